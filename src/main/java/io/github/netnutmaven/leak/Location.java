package io.github.netnutmaven.leak;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a text stands.
 *
 * @param file the file's path, as a message shows it, with {@code /}
 * @param entries if the file is an archive, the entry in it; if that is one, the entry in that
 */
record Location(String file, List<String> entries) {
  static Location of(String file) {
    return new Location(file, List.of());
  }

  /** An entry of the archive that stands here. */
  Location inside(String entry) {
    var deeper = new ArrayList<>(entries);
    deeper.add(entry);
    return new Location(file, List.copyOf(deeper));
  }

  boolean isPacked() {
    return !entries.isEmpty();
  }

  /** The path that says what this is: the innermost entry's, or the file's. */
  String innermost() {
    return isPacked() ? entries.get(entries.size() - 1) : file;
  }

  /** The way to it, archives marked with {@code !}. */
  @Override
  public String toString() {
    return isPacked() ? file + "!/" + String.join("!/", entries) : file;
  }
}
