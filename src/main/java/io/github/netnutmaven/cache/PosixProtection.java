package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Protects by owner and mode, on Linux and macOS.
 *
 * @param self a path that belongs to the user of this process, on systems that have it
 * @param directoryMode the mode of a new directory
 * @param fileMode the mode of a new file
 */
record PosixProtection(Path self, String directoryMode, String fileMode) implements Protection {
  private static final int STICKY = 01000;
  private static final int OTHERS_WRITE = 0002;

  /** With modes that keep others out. */
  PosixProtection(Path self) {
    this(self, "rwx------", "rw-------");
  }

  private static FileAttribute<?> attribute(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    Files.createDirectories(directory, attribute(directoryMode));
  }

  @Override
  public FileAttribute<?>[] fileAttributes() {
    return new FileAttribute<?>[] {attribute(fileMode)};
  }

  @Override
  public @Nullable Message directoryProblem(Path directory) throws IOException {
    var parent = directory.toAbsolutePath().getParent();
    if (parent != null && isWritableByAll(parent)) {
      return Message.of("everybody can write in {}. Run: chmod o-w '{}'", parent, parent);
    }
    var attributes = attributes(directory);
    var mode = mode(attributes);
    return mode.indexOf('w', 3) < 0
        ? ownerProblem(directory, attributes)
        : Message.of(
            "others can write in it ({}). Run: chmod 700 '{}', or choose another cacheDirectory",
            mode,
            directory);
  }

  /** Creates a file to see its mode, unless nobody else can enter the directory. */
  @Override
  public @Nullable Message newFileProblem(Path directory) throws IOException {
    return isPrivate(attributes(directory)) || isPrivate(newFile(directory))
        ? null
        : Message.of("{}. Choose another cacheDirectory, or set cache=off", IGNORED);
  }

  @Override
  public @Nullable Message fileProblem(Path file) throws IOException {
    var attributes = attributes(file);
    return isPrivate(attributes)
        ? ownerProblem(file, attributes)
        : Message.of("others have access to it ({}). Run: chmod 600 '{}'", mode(attributes), file);
  }

  private @Nullable Message ownerProblem(Path path, PosixFileAttributes attributes)
      throws IOException {
    var owner = attributes.owner();
    return owner.equals(user(path))
        ? null
        : Message.of("it belongs to '{}'. Remove it, or change its owner", owner.getName());
  }

  /** The user of this process. The property {@code user.name} is no proof: anybody can set it. */
  private UserPrincipal user(Path path) throws IOException {
    return Files.exists(self)
        ? Files.getOwner(self)
        : newFile(Files.isDirectory(path) ? path : path.resolveSibling("")).owner();
  }

  /** The attributes that a new file in a directory really gets. */
  private PosixFileAttributes newFile(Path directory) throws IOException {
    var name = CacheDirectory.temporaryFile(ThreadLocalRandom.current().nextLong());
    var file = Files.createFile(directory.resolve(name), attribute(fileMode));
    try {
      return attributes(file);
    } finally {
      Files.delete(file);
    }
  }

  private static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isPrivate(PosixFileAttributes attributes) {
    return mode(attributes).endsWith("------");
  }

  private static String mode(PosixFileAttributes attributes) {
    return PosixFilePermissions.toString(attributes.permissions());
  }

  /** In a sticky directory, such as {@code /tmp}, users cannot move the files of others. */
  private static boolean isWritableByAll(Path directory) throws IOException {
    int mode = (int) Files.getAttribute(directory, "unix:mode");
    return (mode & OTHERS_WRITE) != 0 && (mode & STICKY) == 0;
  }
}
