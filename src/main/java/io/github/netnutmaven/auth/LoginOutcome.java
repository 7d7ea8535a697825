package io.github.netnutmaven.auth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of a login as a map of JDK types: a token, a mistake of the user, or a failure. */
final class LoginOutcome {
  private static final String TOKEN = "token";
  private static final String EXPIRES_AT = "expiresAt";
  private static final String SOURCE = "source";
  private static final String OWNER = "owner";
  private static final String MISTAKE = "mistake";
  private static final String FAILURE = "failure";

  private LoginOutcome() {}

  static Map<String, Object> of(AccessToken token) {
    var outcome = new HashMap<String, Object>();
    outcome.put(TOKEN, token.value());
    outcome.put(SOURCE, token.source().name());
    // Null if they are not known.
    outcome.put(EXPIRES_AT, token.expiresAt());
    outcome.put(OWNER, token.owner());
    return outcome;
  }

  static Map<String, Object> of(AuthException e) {
    return Map.of(e instanceof UserMistakeException ? MISTAKE : FAILURE, e.message().toString());
  }

  /** The token, or the same failure again. */
  static AccessToken require(Map<String, Object> outcome) throws AuthException {
    var token = token(outcome);
    if (token != null) {
      return token;
    }
    if (outcome.get(MISTAKE) instanceof String mistake) {
      throw new UserMistakeException(Message.ofLines(mistake));
    }
    throw new ServiceException(Message.ofLines(String.valueOf(outcome.get(FAILURE))));
  }

  /** The token; null after a failure. */
  static @Nullable AccessToken token(Map<String, Object> outcome) {
    return outcome.get(TOKEN) instanceof String token
            && outcome.get(SOURCE) instanceof String source
        ? new AccessToken(
            token,
            (Instant) outcome.get(EXPIRES_AT),
            AccessToken.Source.valueOf(source),
            null,
            (String) outcome.get(OWNER))
        : null;
  }
}
