package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a file that holds one secret, as Docker, Kubernetes and CI servers create them. */
final class SecretFile {
  /** The largest file that is read, in bytes: far more than any password or token has. */
  private static final int MAX_SIZE = 64 * 1024;

  private SecretFile() {}

  /**
   * The content, decoded from UTF-8 and {@linkplain CleanValue cleaned}; null if it is not set.
   *
   * @param variable the environment variable that names the file, for messages; its name without
   *     {@code _FILE} is the variable for the secret itself
   * @throws UserMistakeException if the file cannot be read, or holds more than the secret
   */
  static @Nullable String read(String path, String variable) throws UserMistakeException {
    try {
      // Links are followed, because Kubernetes mounts files as links.
      var file = Path.of(path.strip());
      // Checked before opening, because opening a pipe would block until somebody writes into it.
      var problem = RegularFile.problem(file);
      if (problem.isPresent()) {
        throw unusable(variable, problem.get());
      }
      byte[] bytes;
      try (var stream = Files.newInputStream(file)) {
        bytes = stream.readNBytes(MAX_SIZE + 1);
      }
      if (bytes.length > MAX_SIZE) {
        throw unusable(variable, "it has more than " + MAX_SIZE + " bytes");
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.startsWith("\uFEFF")) {
        throw unusable(variable, "it begins with a byte order mark");
      }
      var secret = CleanValue.of(text, "the file that " + variable + " names");
      if (secret != null && (secret.contains("\n") || secret.contains("\r"))) {
        throw unusable(variable, "it has more than one line");
      }
      return secret;
    } catch (InvalidPathException e) {
      throw unusable(variable, "it does not exist");
    } catch (CharacterCodingException e) {
      throw unusable(variable, "it is not text in UTF-8");
    } catch (IOException e) {
      throw unusable(variable, FileFault.reason(e));
    }
  }

  private static UserMistakeException unusable(String variable, String problem) {
    return new UserMistakeException(
        "Tried to read the file that {} names, but {}. Put the secret alone into a regular file, or"
            + " into {}.",
        variable,
        problem,
        variable.replace("_FILE", ""));
  }
}
