package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.files.RegularFile;
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
 *
 * <p>Other processes may append to it at any time. So a line is added in one write at the end,
 * wherever that is by then; a line of ours is overwritten where it is; and the file is never made
 * shorter, nor replaced. What is left of an old line becomes empty lines, which readers skip.
 */
public final class EnvFile implements OutputFile {
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
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      OwnerOnlyFile.makeEmpty(path);
    }
    try (var file = open()) {
      put(EnvLines.VARIABLE + token.value(), file);
    }
  }

  @Override
  public void withdraw() throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      try (var file = open()) {
        for (var old : EnvLines.in(text(file))) {
          overwrite(old, "", file);
        }
      }
    }
  }

  private FileChannel open() throws IOException {
    return RegularFile.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Puts the line in place of one of ours, if it fits there; the others go when it is there. */
  private void put(String line, FileChannel file) throws IOException {
    var old = EnvLines.in(text(file));
    int place = old.size() - 1;
    while (place >= 0 && old.get(place).length() < line.length()) {
      place--;
    }
    if (place < 0) {
      append(line, file);
    }
    for (int i = 0; i < old.size(); i++) {
      overwrite(old.get(i), i == place ? line : "", file);
    }
  }

  /** Adds the line at the end, although others may do the same at the same time. */
  private void append(String line, FileChannel file) throws IOException {
    try (var end = RegularFile.open(path, Set.of(StandardOpenOption.APPEND))) {
      long before = file.size();
      boolean isWhole = before == 0 || byteAt(before - 1, file) == '\n';
      writeAtEnd((isWhole ? "" : "\n") + line + "\n", end);
      // Another process may have begun a line after the look at the end: then ours is in that.
      var text = text(file);
      int start = text.indexOf(line, (int) before);
      if (start > 0 && text.charAt(start - 1) != '\n') {
        writeAtEnd("\n" + line + "\n", end);
        overwrite(new EnvLines.Line(start, start + line.length()), "", file);
      }
    }
  }

  /** Puts a text in place of a line, and newlines in place of the rest of it. */
  private static void overwrite(EnvLines.Line old, String text, FileChannel file)
      throws IOException {
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
    long size = file.size();
    if (size > MAX_SIZE) {
      throw new IOException("it has more than " + MAX_SIZE + " bytes");
    }
    var bytes = ByteBuffer.allocate((int) size);
    while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
      // until its end
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
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
