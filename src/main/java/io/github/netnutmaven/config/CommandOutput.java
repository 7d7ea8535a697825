package io.github.netnutmaven.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a command has printed so far. */
final class CommandOutput {
  /** The most that is kept, in bytes: far more than any password has. */
  static final int MAX_SIZE = 64 * 1024;

  private final InputStream stream;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  CommandOutput(InputStream stream) {
    this.stream = stream;
  }

  /**
   * Reads what is there, and does not wait for more: a program that the command has started may
   * keep the stream open after the command has ended.
   */
  void read() throws IOException {
    var part = stream.readNBytes(stream.available());
    bytes.write(part, 0, Math.min(part.length, MAX_SIZE + 1 - bytes.size()));
  }

  /** Whether it printed more than what is kept. */
  boolean isCut() {
    return bytes.size() > MAX_SIZE;
  }

  /** Whether what is kept does not even have the whole first line. */
  boolean hasTooLongLine() {
    return isCut() && lineEnd() > MAX_SIZE;
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The first line, without its end; null if it is not in UTF-8. */
  @Nullable String firstLine() {
    try {
      var line = ByteBuffer.wrap(bytes.toByteArray(), 0, lineEnd());
      return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** The first line if there is no other; null otherwise, or if it is not in UTF-8. */
  @Nullable String onlyLine() {
    return text().lines().count() <= 1 ? firstLine() : null;
  }

  private int lineEnd() {
    var all = bytes.toByteArray();
    int end = 0;
    while (end < all.length && all[end] != '\n' && all[end] != '\r') {
      end++;
    }
    return end;
  }
}
