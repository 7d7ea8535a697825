package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.IOException;
import java.nio.file.Path;

/** A file to which the user wants the token written. */
public sealed interface OutputFile permits TokenFile, EnvFile {
  /** The path of the file. */
  Path path();

  /**
   * Writes the token.
   *
   * @param url the API's address
   * @throws IOException if the file cannot be written; the message contains no secret
   * @throws UserMistakeException if the token is not fit for such a file; nothing is written then
   */
  void write(AccessToken token, ApiUrl url) throws IOException, UserMistakeException;

  /**
   * Removes what {@link #write} writes, whoever wrote it. Leaves alone what is no regular file.
   *
   * @return whether there was anything
   */
  boolean withdraw() throws IOException;
}
