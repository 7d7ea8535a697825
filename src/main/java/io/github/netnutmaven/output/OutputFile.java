package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.nio.file.Path;

/** A file to which the user wants the token written. */
public sealed interface OutputFile permits TokenFile, EnvFile {
  /** The path of the file. */
  Path path();

  /**
   * Writes the token.
   *
   * @throws IOException if the file cannot be written; the message contains no secret
   */
  void write(AccessToken token) throws IOException;

  /** Removes the token again; does nothing if the file does not exist. */
  void withdraw() throws IOException;
}
