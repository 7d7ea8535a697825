package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file of variables, as CI servers and Docker read it: {@code NAME=value} in each line. An
 * existing file may belong to another user or be mounted. It is not replaced, so it keeps its
 * owner, its mode and all other lines.
 *
 * <p>Other processes may append to the file at any time. Therefore a line is added with one write
 * in append mode, an old line is overwritten where it is, and the file never becomes shorter. The
 * rest of an old line becomes empty lines, which readers skip.
 *
 * @param variable the name of the variable that receives the token. With {@code _EXPIRES_AT} it
 *     receives the expiry, and with {@code _API_URL} the API's address, which beside {@code
 *     NETNUT_TOKEN} is {@code NETNUT_API_URL}.
 */
public record EnvFile(Path path, String variable) implements OutputFile {
  /** The largest file that is read, in bytes; a file of variables is smaller. */
  private static final int MAX_SIZE = 1024 * 1024;

  /** The token's variable by default. */
  private static final String DEFAULT = "NETNUT_TOKEN";

  /** What no shell acts on, because scripts read such a file with {@code source}. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~+/=:@%,-]*");

  @Override
  public void write(AccessToken token, ApiUrl url) throws IOException, UserMistakeException {
    if (!PLAIN.matcher(token.value()).matches()) {
      throw new UserMistakeException(
          "Tried to write the token to the {}, but it has a character that a shell acts on. Use a"
              + " tokenFile instead.",
          this);
    }
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      OwnerOnlyFile.createEmpty(path);
    }
    try (var file = open()) {
      put(beginning(), token.value(), file);
      put(urlBeginning(), url.toString(), file);
      if (token.expiresAt() == null) {
        remove(expiryBeginning(), file);
      } else {
        put(expiryBeginning(), token.expiresAt().toString(), file);
      }
    }
  }

  @Override
  public boolean withdraw() throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    boolean isAnyThere = false;
    try (var file = open()) {
      for (var beginning : List.of(beginning(), urlBeginning(), expiryBeginning())) {
        isAnyThere |= remove(beginning, file);
      }
    }
    return isAnyThere;
  }

  private String beginning() {
    return variable + "=";
  }

  private String urlBeginning() {
    return (variable.equals(DEFAULT) ? "NETNUT" : variable) + "_API_URL=";
  }

  private String expiryBeginning() {
    return variable + "_EXPIRES_AT=";
  }

  private FileChannel open() throws IOException {
    return RegularFile.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Replaces the lines of a variable with empty ones. */
  private static boolean remove(String beginning, FileChannel file) throws IOException {
    var old = EnvLines.in(text(file), beginning);
    for (var line : old) {
      overwrite(line, "", file);
    }
    return !old.isEmpty();
  }

  /**
   * Overwrites the last old line that is long enough, or appends the new line. Then removes the
   * other old lines, so that the file always has one.
   */
  private void put(String beginning, String value, FileChannel file) throws IOException {
    var line = beginning + value;
    var old = EnvLines.in(text(file), beginning);
    int fits = old.size() - 1;
    while (fits >= 0 && old.get(fits).length() < line.length()) {
      fits--;
    }
    if (fits < 0) {
      append(line, file);
    }
    for (int i = 0; i < old.size(); i++) {
      overwrite(old.get(i), i == fits ? line : "", file);
    }
  }

  /** Adds the line at the end, where other processes may append at the same time. */
  private void append(String line, FileChannel file) throws IOException {
    try (var end = RegularFile.open(path, Set.of(StandardOpenOption.APPEND))) {
      long before = file.size();
      boolean isWhole = before == 0 || byteAt(before - 1, file) == '\n';
      writeAtEnd((isWhole ? "" : "\n") + line + "\n", end);
      // If another process began a line after the end was read, ours continues that line. Then
      // write ours again, and blank the first one out.
      var text = text(file);
      int start = text.indexOf(line, (int) before);
      if (start > 0 && text.charAt(start - 1) != '\n') {
        writeAtEnd("\n" + line + "\n", end);
        overwrite(new EnvLines.Line(start, start + line.length()), "", file);
      }
    }
  }

  /** Overwrites a line with a text, and what is left of it with newlines. */
  private static void overwrite(EnvLines.Line old, String text, FileChannel file)
      throws IOException {
    // A carriage return at the end of the line stays.
    boolean isAll = text.isEmpty() || text.length() == old.length();
    var whole = text + (!isAll && byteAt(old.end() - 1, file) == '\r' ? "\r" : "");
    var bytes = bytes(whole + "\n".repeat(old.length() - whole.length()));
    long position = old.start();
    while (bytes.hasRemaining()) {
      position += file.write(bytes, position);
    }
  }

  private static void writeAtEnd(String text, FileChannel end) throws IOException {
    var bytes = bytes(text);
    while (bytes.hasRemaining()) {
      end.write(bytes);
    }
  }

  private static String text(FileChannel file) throws IOException {
    file.position(0);
    var bytes = Channels.newInputStream(file).readNBytes(MAX_SIZE + 1);
    if (bytes.length > MAX_SIZE) {
      throw new IOException("it has more than " + MAX_SIZE + " bytes");
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int byteAt(long position, FileChannel file) throws IOException {
    var one = ByteBuffer.allocate(1);
    return file.read(one, position) == 1 ? one.get(0) : -1;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public String toString() {
    return "envFile " + path;
  }
}
