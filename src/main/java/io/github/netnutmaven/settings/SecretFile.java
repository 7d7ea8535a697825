package io.github.netnutmaven.settings;

import io.github.netnutmaven.auth.ServerText;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that holds one secret, as Docker, Kubernetes and CI servers make it. */
final class SecretFile {
  /** The largest file that is read, in bytes: far more than any password or token has. */
  private static final int MAX_SIZE = 64 * 1024;

  private SecretFile() {}

  /**
   * Its content in UTF-8, without one newline at the end.
   *
   * @param variable the environment variable that names it, for the message
   */
  static String read(String path, String variable) throws UserMistakeException {
    try (var file = Files.newInputStream(Path.of(path.strip()))) {
      var bytes = file.readNBytes(MAX_SIZE + 1);
      if (bytes.length > MAX_SIZE) {
        throw unusable(path, variable, "has more than " + MAX_SIZE + " bytes");
      }
      return withoutNewline(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IOException | InvalidPathException e) {
      throw unusable(path, variable, "cannot be read as text in UTF-8");
    }
  }

  /** The text without one newline at its end, {@code \n} or {@code \r\n}. */
  static String withoutNewline(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static UserMistakeException unusable(String path, String variable, String why) {
    return new UserMistakeException(
        "Looked into the file "
            + ServerText.oneLine(path)
            + " that "
            + variable
            + " names, but it "
            + why
            + ". Check the variable and the file.");
  }
}
