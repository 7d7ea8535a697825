package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A file that holds one secret, as Docker, Kubernetes and CI servers make it. */
final class SecretFile {
  /** The largest file that is read, in bytes: far more than any password or token has. */
  private static final int MAX_SIZE = 64 * 1024;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String path;
  private final String variable;

  private SecretFile(String path, String variable) {
    this.path = path;
    this.variable = variable;
  }

  /**
   * Its content in UTF-8, without one newline at the end.
   *
   * @param variable the environment variable that names it, for the message; its name ends with
   *     {@code _FILE}, and without that it is the one for the secret itself
   */
  static String read(String path, String variable) throws UserMistakeException {
    var file = new SecretFile(path, variable);
    try {
      return file.secret(Path.of(path.strip()));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw file.unusable("it does not exist");
    } catch (AccessDeniedException e) {
      throw file.unusable("you may not read it");
    } catch (CharacterCodingException e) {
      throw file.unusable("it is no text in UTF-8");
    } catch (IOException e) {
      throw file.unusable("it cannot be read");
    }
  }

  /** A link is followed: Kubernetes mounts files as links. */
  private String secret(Path file) throws IOException, UserMistakeException {
    // Before it is opened: a pipe would block, for as long as nobody writes into it.
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw unusable("it is a folder");
    }
    if (!attributes.isRegularFile()) {
      throw unusable("it is a pipe, a socket or a device, and only a regular file is opened");
    }
    var text = text(file);
    if (text.startsWith(BYTE_ORDER_MARK)) {
      throw unusable("it begins with a byte order mark");
    }
    var secret = withoutNewline(text);
    if (secret.contains("\n") && !secret.isBlank()) {
      throw unusable("it has more than one line");
    }
    return secret;
  }

  private String text(Path file) throws IOException, UserMistakeException {
    try (var stream = Files.newInputStream(file)) {
      var bytes = stream.readNBytes(MAX_SIZE + 1);
      if (bytes.length > MAX_SIZE) {
        throw unusable("it has more than " + MAX_SIZE + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  /** The text without one newline at its end, {@code \n} or {@code \r\n}. */
  static String withoutNewline(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private UserMistakeException unusable(String why) {
    return new UserMistakeException(
        "Tried to read the file "
            + SafeText.oneLine(path)
            + " that "
            + variable
            + " names, but "
            + why
            + ". Put the secret alone into a regular file, or into "
            + variable.replace("_FILE", "")
            + ".");
  }
}
