package io.github.netnutmaven.cache;

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
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Owner and mode, on Linux and macOS. */
final class PosixProtection implements Protection {
  private static final int STICKY = 01000;

  private final Path self;
  private final FileAttribute<?> folderMode;
  private final FileAttribute<?> fileMode;

  /**
   * @param self what belongs to whoever runs this process, if the system has such a thing
   */
  PosixProtection(Path self) {
    this(self, "rwx------", "rw-------");
  }

  /** With the modes that a file system gives which ignores those that it is asked for. */
  PosixProtection(Path self, String folderMode, String fileMode) {
    this.self = self;
    this.folderMode = mode(folderMode);
    this.fileMode = mode(fileMode);
  }

  private static FileAttribute<?> mode(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  @Override
  public void makeFolder(Path path) throws IOException {
    Files.createDirectories(path, folderMode);
  }

  @Override
  public FileAttribute<?>[] file() {
    return new FileAttribute<?>[] {fileMode};
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
                + "', or choose another cacheDirectory")
        : foreign(path, (PosixFileAttributes) attributes);
  }

  /** RetryLoop it out, unless nobody else can enter the folder. */
  @Override
  public Optional<String> flawOfNewFiles(Path folder, BasicFileAttributes attributes)
      throws IOException {
    return isOwnersAlone((PosixFileAttributes) attributes) || isOwnersAlone(newFile(folder))
        ? Optional.empty()
        : Optional.of(IGNORED + ". Choose another cacheDirectory, or set cache=off");
  }

  @Override
  public Optional<String> flawOfFile(Path path, BasicFileAttributes attributes) throws IOException {
    return isOwnersAlone((PosixFileAttributes) attributes)
        ? foreign(path, (PosixFileAttributes) attributes)
        : Optional.of(
            "others may use it ("
                + PosixFilePermissions.toString(((PosixFileAttributes) attributes).permissions())
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
    return newFile(Files.isDirectory(path) ? path : path.resolveSibling("")).owner();
  }

  /** What a new file in a folder is like, whatever was asked for. */
  private PosixFileAttributes newFile(Path folder) throws IOException {
    var name = CacheNames.temporary(ThreadLocalRandom.current().nextLong());
    var file = Files.createFile(folder.resolve(name), file());
    try {
      return (PosixFileAttributes) attributes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static boolean isOwnersAlone(PosixFileAttributes attributes) {
    return Collections.disjoint(
        attributes.permissions(), PosixFilePermissions.fromString("---rwxrwx"));
  }

  /** In a sticky folder, such as {@code /tmp}, nobody can move what is another's. */
  private static boolean isWritableByAll(Path folder) throws IOException {
    return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
        && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) == 0;
  }
}
