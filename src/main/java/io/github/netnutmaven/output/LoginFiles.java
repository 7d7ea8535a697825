package io.github.netnutmaven.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files that {@code login} writes on request: those with a known name, and those with nothing
 * but our variables, which an earlier build may have written.
 *
 * @param named the known ones
 */
public record LoginFiles(Set<Path> named) {
  /** What an {@code envFile} has that nobody else writes to. */
  private static final Pattern VARIABLES =
      Pattern.compile("\\s*(?:NETNUT_(?:TOKEN|API_URL|TOKEN_EXPIRES_AT)=\\S*\\s+)+");

  private static final int MAX_SIZE = 1 << 15;

  /** Whether a file is one of them. */
  public boolean contain(Path file) {
    return named.contains(file) || (file.toString().endsWith(".env") && hasOnlyOurs(file));
  }

  /** Whether only the owner can read the file, and it has nothing but what {@code login} writes. */
  private static boolean hasOnlyOurs(Path file) {
    try {
      return Files.size(file) < MAX_SIZE
          && isOwnerOnly(file)
          && VARIABLES.matcher(Files.readString(file)).matches();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOwnerOnly(Path file) throws IOException {
    try {
      return EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
          .containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      // Windows: the directory decides.
      return true;
    }
  }
}
