package io.github.netnutmaven.auth;

import java.util.Optional;

/** The form that a token must have to be safe in a header, a property, a file and a shell. */
public final class TokenSyntax {
  /** The longest token that is accepted, in characters. */
  public static final int MAX_LENGTH = 8 * 1024;

  private static final String NOT_ALLOWED = "\"\\${}";

  private TokenSyntax() {}

  /** What is wrong with a token, without showing it; nothing if it is good. */
  public static Optional<String> problem(String token) {
    if (token.isEmpty()) {
      return Optional.of("an empty token");
    }
    if (token.length() > MAX_LENGTH) {
      return Optional.of("a token of more than " + MAX_LENGTH + " characters");
    }
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c <= ' ' || c >= 0x7f || NOT_ALLOWED.indexOf(c) >= 0) {
        return Optional.of("a malformed token (it has characters that no token has)");
      }
    }
    return Optional.empty();
  }
}
