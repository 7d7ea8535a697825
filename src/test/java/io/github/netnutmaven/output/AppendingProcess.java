package io.github.netnutmaven.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that appends lines to a file, each in one write. */
final class AppendingProcess {
  static final int LINES = 300;

  private AppendingProcess() {}

  static String line(int number) {
    return "LINE_" + number + "=" + "v".repeat(number % 40);
  }

  /** Takes the file, and {@code LINE} with a newline before or after it. */
  public static void main(String[] args) throws IOException {
    try (var file = FileChannel.open(Path.of(args[0]), StandardOpenOption.APPEND)) {
      System.out.println("READY");
      for (int i = 0; i < LINES; i++) {
        var text = args[1].replace("LINE", line(i));
        file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      }
    }
  }
}
