package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file of variables, {@code NAME=value} in each line, that receives {@code NETNUT_TOKEN}: what CI
 * servers and Docker read. One that is there already may be another user's, or mounted: it stays
 * the same file, with its owner and mode, and its other lines byte for byte.
 */
public final class EnvFile implements OutputFile {
  private static final String VARIABLE = "NETNUT_TOKEN=";

  /** More than this is no file of variables. */
  private static final int MAX_SIZE = 1024 * 1024;

  private final Path path;

  /** Writes nothing yet. */
  public EnvFile(Path path) {
    this.path = path;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void write(AccessToken token) throws IOException {
    var line = VARIABLE + token.value();
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      edit(line);
    } else {
      OwnFile.write(path, bytes(line + "\n"));
    }
  }

  @Override
  public void withdraw() throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      edit("");
    }
  }

  private void edit(String line) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is no file of its own, but a link, a folder or a device");
    }
    if (Files.size(path) > MAX_SIZE) {
      throw new IOException("it has more than " + MAX_SIZE + " bytes");
    }
    var before = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    var after = edited(before, line);
    int same = 0;
    while (same < Math.min(before.length(), after.length())
        && before.charAt(same) == after.charAt(same)) {
      same++;
    }
    overwrite(same, bytes(after.substring(same)));
  }

  /** Only what changes is written, so that a line that is added is all that is. */
  private void overwrite(int from, byte[] content) throws IOException {
    try (var channel =
        FileChannel.open(path, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      channel.position(from);
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.truncate(channel.position());
    }
  }

  /**
   * The text with the line in place of each of ours, or at its end; without ours, if it is empty.
   */
  private static String edited(String text, String line) {
    var edited = new StringBuilder();
    boolean found = false;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      if (text.startsWith(VARIABLE, start)) {
        found = true;
        edited.append(line.isEmpty() ? "" : line + ending(text.substring(start, end)));
      } else {
        edited.append(text, start, end);
      }
      start = end;
    }
    if (!found && !line.isEmpty()) {
      boolean whole = text.isEmpty() || text.endsWith("\n");
      edited.append(whole ? "" : "\n").append(line).append('\n');
    }
    return edited.toString();
  }

  private static String ending(String line) {
    return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return "envFile " + path;
  }
}
