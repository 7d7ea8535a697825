package io.github.netnutmaven.auth;

import java.util.Optional;

/** A place where an earlier step may provide a token. */
@FunctionalInterface
public interface TokenSource {
  /** A place without a token. */
  TokenSource NONE = Optional::empty;

  /**
   * The token, if there is one.
   *
   * @throws UserMistakeException when the place cannot be read, or has something else in it
   */
  Optional<ProvidedToken> token() throws UserMistakeException;
}
