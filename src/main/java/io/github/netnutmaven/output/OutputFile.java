package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.nio.file.Path;

/** A file that receives the token because the user asked for it. */
public sealed interface OutputFile permits TokenFile, EnvFile {
  /** Where it is. */
  Path path();

  /**
   * Writes the token.
   *
   * @throws IOException when it cannot be written there; its message holds no secret
   */
  void write(AccessToken token) throws IOException;

  /** Takes the token away again. */
  void withdraw() throws IOException;
}
