package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/**
 * Decides about provided tokens. One that comes from a file may be replaced at any time, as a
 * Kubernetes volume or a scheduled job does it: then the file has a good token, although the one
 * that was read before is refused.
 */
record ProvidedTokens(TokenService service, TokenRequest request) {
  /**
   * The provided token, or the one that has replaced it meanwhile, which is tried once.
   *
   * @return null if neither may be used, and there are credentials to log in with instead
   * @throws UserMistakeException if neither may be used, and there are no credentials
   */
  @Nullable TokenResult use(ProvidedToken first) throws AuthException {
    var provided = first;
    var problem = problem(provided);
    var other = problem == null ? null : otherThan(provided.value());
    if (other != null) {
      provided = other;
      problem = problem(provided);
    }
    if (problem == null) {
      return new TokenResult(service.known(provided), provided.from(), true);
    }
    if (request.source() == null) {
      throw new UserMistakeException(
          "The token from {} {}, and there are no credentials to log in with. Provide a good one.",
          provided.from(),
          problem);
    }
    service.warn(
        Message.of(
            "The token from {} {}: using the account {} instead.",
            provided.from(),
            problem,
            request.account().shortEmail()));
    return null;
  }

  /**
   * Whether another token has replaced the one that this build has, and the API refuses that one.
   * It asks the API once for each new token, so that many modules do not ask again and again.
   */
  boolean isReplaced(String token) throws AuthException {
    var other = otherThan(token);
    return other != null
        && service.build().markSeen(request.account(), other.value())
        && service.ask(request, token).kind() == Verdict.Kind.REFUSED;
  }

  /** What is provided now; null if it is the same token, or cannot be read. */
  private @Nullable ProvidedToken otherThan(String token) {
    try {
      var provided = request.provided().token().orElse(null);
      return provided == null || provided.value().equals(token) ? null : provided;
    } catch (UserMistakeException e) {
      // Whoever replaces the file has not finished, or has removed it.
      return null;
    }
  }

  private @Nullable String problem(ProvidedToken provided) throws AuthException {
    var token = service.known(provided);
    if (token.isExpired(service.timing().now())) {
      return "expired at " + token.shownExpiry();
    }
    var verdict = service.ask(request, token.value());
    service.warnOrFailIfUnknown(
        request, verdict, Message.of("Took the token from {}", provided.from()));
    return verdict.kind() == Verdict.Kind.REFUSED
        ? "was refused by " + request.account().url() + " (" + verdict.reason() + ")"
        : null;
  }
}
