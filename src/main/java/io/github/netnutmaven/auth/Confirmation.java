package io.github.netnutmaven.auth;

import java.util.function.Consumer;

/** Has the API confirm tokens, as strictly as the parameter {@code verify} says. */
final class Confirmation {
  private final AuthApi api;
  private final Verification verification;
  private final Consumer<Message> warn;

  Confirmation(AuthApi api, Verification verification, Consumer<Message> warn) {
    this.api = api;
    this.verification = verification;
    this.warn = warn;
  }

  /** What the API says about a token; unknown if {@code verify} is {@code off}. */
  Verdict ask(String token) throws AuthException {
    return verification == Verification.OFF ? Verdict.unknown("not asked.") : api.check(token);
  }

  /**
   * Decides what an unknown answer means.
   *
   * @param done what was done before the API was asked, for the message
   * @throws ServiceException when the answer is unknown and {@code verify} is {@code strict}
   */
  void settle(Verdict verdict, Message done) throws ServiceException {
    if (verdict.kind() != Verdict.Kind.UNKNOWN || verification == Verification.OFF) {
      return;
    }
    var message = Message.of("{}, but could not confirm the token: {}", done, verdict.reason());
    if (isStrict()) {
      throw new ServiceException("{} With verify=lenient it would be used.", message);
    }
    warn.accept(Message.of("{} Using it unconfirmed.", message));
  }

  /** Whether a token may only be used when the API has confirmed it. */
  boolean isStrict() {
    return verification == Verification.STRICT;
  }
}
