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
import java.util.ArrayList;
import java.util.HashMap;
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

  /**
   * A line.
   *
   * @param start the offset of its first byte
   * @param end the offset after its last byte, without the newline
   */
  private record Line(int start, int end) {}

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
      put(variable, token.value(), file);
      put(urlVariable(), url.toString(), file);
      if (token.expiresAt() == null) {
        remove(expiryVariable(), file);
      } else {
        put(expiryVariable(), token.expiresAt().toString(), file);
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
      for (var name : List.of(variable, urlVariable(), expiryVariable())) {
        isAnyThere |= remove(name, file);
      }
    }
    return isAnyThere;
  }

  private String urlVariable() {
    return (variable.equals(DEFAULT) ? "NETNUT" : variable) + "_API_URL";
  }

  private String expiryVariable() {
    return variable + "_EXPIRES_AT";
  }

  private FileChannel open() throws IOException {
    return RegularFile.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /**
   * The lines that set a variable, without their newlines. Lines in a block do not count: GitHub's
   * files have blocks for values of several lines, from {@code NAME<<WORD} to {@code WORD}.
   */
  private static List<Line> lines(String name, FileChannel file) throws IOException {
    var all = text(file).split("\n", -1);
    // Where each line comes last: a block without an end is not a block.
    var last = new HashMap<String, Integer>();
    for (int i = 0; i < all.length; i++) {
      last.put(all[i], i);
    }
    var found = new ArrayList<Line>();
    var blockEnd = "";
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      var line = all[i];
      int end = start + line.length();
      if (blockEnd.isEmpty()) {
        if (line.startsWith(name + "=")) {
          found.add(new Line(start, end));
        }
        var word = endOfBlock(line);
        blockEnd = last.getOrDefault(word, -1) > i ? word : "";
      } else if (line.equals(blockEnd)) {
        blockEnd = "";
      }
      start = end + 1;
    }
    return found;
  }

  /** The line at the end of the block that a line begins; empty if it begins none. */
  private static String endOfBlock(String line) {
    int mark = line.indexOf("<<", 1);
    int equals = line.indexOf('=');
    return mark > 0 && (equals < 0 || mark < equals) ? line.substring(mark + 2) : "";
  }

  /** Replaces the lines of a variable with empty ones. */
  private static boolean remove(String name, FileChannel file) throws IOException {
    var old = lines(name, file);
    for (var line : old) {
      overwrite(line, "", file);
    }
    return !old.isEmpty();
  }

  /**
   * Overwrites the last old line that is long enough, or appends the new line. Then removes the
   * other old lines, so that the file always has one.
   */
  private void put(String name, String value, FileChannel file) throws IOException {
    var line = name + "=" + value;
    Line place = null;
    var old = lines(name, file);
    for (var each : old) {
      place = each.end() - each.start() >= line.length() ? each : place;
    }
    if (place == null) {
      append(line, file);
    }
    for (var each : old) {
      overwrite(each, each.equals(place) ? line : "", file);
    }
  }

  /** Adds the line at the end, where other processes may append at the same time. */
  private void append(String line, FileChannel file) throws IOException {
    try (var end = RegularFile.open(path, Set.of(StandardOpenOption.APPEND))) {
      var before = text(file);
      boolean isWhole = before.isEmpty() || before.endsWith("\n");
      write((isWhole ? "" : "\n") + line + "\n", end);
      // If another process began a line after the end was read, ours continues that line. Then
      // write ours again, and blank the first one out.
      var text = text(file);
      int start = text.indexOf(line, before.length());
      if (start > 0 && text.charAt(start - 1) != '\n') {
        write("\n" + line + "\n", end);
        overwrite(new Line(start, start + line.length()), "", file);
      }
    }
  }

  /** Overwrites a line with a text, and what is left of it with newlines. */
  private static void overwrite(Line old, String text, FileChannel file) throws IOException {
    file.position(old.start());
    write(text + "\n".repeat(old.end() - old.start() - text.length()), file);
  }

  private static void write(String text, FileChannel file) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      file.write(bytes);
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

  @Override
  public String toString() {
    return "envFile " + path;
  }
}
