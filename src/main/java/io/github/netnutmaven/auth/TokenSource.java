package io.github.netnutmaven.auth;

import java.util.Optional;

/** A place where an earlier step may provide a token. */
@FunctionalInterface
public interface TokenSource {
  /**
   * The token, if there is one.
   *
   * @throws UserMistakeException when the place cannot be read, or has something else in it
   */
  Optional<ProvidedToken> token() throws UserMistakeException;
}
