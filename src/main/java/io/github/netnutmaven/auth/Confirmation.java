package io.github.netnutmaven.auth;

import java.util.function.Consumer;

/** Has the API confirm tokens, as strictly as was asked for. */
final class Confirmation {
  private final AuthApi api;
  private final Verification verification;
  private final Consumer<String> warn;

  Confirmation(AuthApi api, Verification verification, Consumer<String> warn) {
    this.api = api;
    this.verification = verification;
    this.warn = warn;
  }

  /** Whether the API is asked at all. */
  boolean isAsking() {
    return verification != Verification.OFF;
  }

  /** What the API says of a token; a token that is not asked about counts as accepted. */
  Verdict ask(String token) throws AuthException {
    return isAsking() ? api.check(token) : Verdict.accepted();
  }

  /**
   * Decides on an unknown answer.
   *
   * @param done what was done before the API was asked, for the message
   * @throws ServiceException when the answer is unknown and may not be
   */
  void settle(Verdict verdict, String done) throws ServiceException {
    if (verdict.kind() != Verdict.Kind.UNKNOWN) {
      return;
    }
    var told = done + ", but could not confirm the token: " + verdict.reason();
    if (isStrict()) {
      throw new ServiceException(told + " With verify=lenient it would be used.");
    }
    warn.accept(told + " Using it unconfirmed.");
  }

  /** Whether a token that nobody confirms may not be used. */
  boolean isStrict() {
    return verification == Verification.STRICT;
  }
}
