package io.github.netnutmaven.leak;

import org.jspecify.annotations.Nullable;

/**
 * Where a content is: a file, or an entry of an archive.
 *
 * @param archive where the archive is; null for a file
 * @param name the file's path as messages show it, or the entry's name; both with {@code /}
 */
record Location(@Nullable Location archive, String name) {
  static Location of(String file) {
    return new Location(null, file);
  }

  /** An entry of the archive at this location. */
  Location entry(String entry) {
    return new Location(this, entry);
  }

  /** How many archives are around it. */
  int depth() {
    return archive == null ? 0 : archive.depth() + 1;
  }

  /** The whole path, with {@code !/} after each archive. */
  @Override
  public String toString() {
    return archive == null ? name : archive + "!/" + name;
  }
}
