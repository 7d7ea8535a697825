package io.github.netnutmaven.cache;

import io.github.netnutmaven.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;

/** Owner and mode, on Linux and macOS. */
final class PosixProtection implements Protection {
  private static final int STICKY = 01000;

  private final Path self;

  /**
   * @param self what belongs to whoever runs this process, if the system has such a thing
   */
  PosixProtection(Path self) {
    this.self = self;
  }

  @Override
  public void makeFolder(Path path) throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  @Override
  public FileAttribute<?>[] file() {
    return WholeFile.ownerAlone();
  }

  @Override
  public BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Optional<String> flawOfFolder(Path path, BasicFileAttributes attributes)
      throws IOException {
    var parent = path.toAbsolutePath().getParent();
    if (parent != null && isWritableByAll(parent)) {
      return Optional.of("everybody can write in " + parent + ". Run: chmod o-w '" + parent + "'");
    }
    var mode = ((PosixFileAttributes) attributes).permissions();
    return mode.contains(PosixFilePermission.GROUP_WRITE)
            || mode.contains(PosixFilePermission.OTHERS_WRITE)
        ? Optional.of(
            "others can write in it ("
                + PosixFilePermissions.toString(mode)
                + "). Run: chmod 700 '"
                + path
                + "'")
        : foreign(path, (PosixFileAttributes) attributes);
  }

  @Override
  public Optional<String> flawOfFile(Path path, BasicFileAttributes attributes) throws IOException {
    var others = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
    var mode = ((PosixFileAttributes) attributes).permissions();
    others.retainAll(mode);
    return others.isEmpty()
        ? foreign(path, (PosixFileAttributes) attributes)
        : Optional.of(
            "others may use it ("
                + PosixFilePermissions.toString(mode)
                + "). Run: chmod 600 '"
                + path
                + "'");
  }

  private Optional<String> foreign(Path path, PosixFileAttributes attributes) throws IOException {
    var owner = attributes.owner();
    return owner.equals(me(path))
        ? Optional.empty()
        : Optional.of("it belongs to '" + owner.getName() + "'. Remove it, or take it over");
  }

  /** Whoever runs this process: {@code user.name} is no proof, for anybody can set it. */
  private UserPrincipal me(Path path) throws IOException {
    if (Files.exists(self)) {
      return Files.getOwner(self);
    }
    var folder = Files.isDirectory(path) ? path : path.resolveSibling("");
    var probe = Files.createTempFile(folder, "owner", CacheFile.TEMPORARY);
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /** In a sticky folder, such as {@code /tmp}, nobody can move what is another's. */
  private static boolean isWritableByAll(Path folder) throws IOException {
    return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
        && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) == 0;
  }
}
