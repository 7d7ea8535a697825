package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.ApiTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What {@code login} says that it did. */
final class LoginReport {
  private final AccessToken token;
  private final Account account;
  private final Optional<ProvidedToken> providedToken;
  private final Instant start;

  /**
   * Made when there is a token.
   *
   * @param target whom the token is for
   * @param providedToken the token from an earlier step, if there was one
   * @param start when the goal began to get the token
   */
  LoginReport(
      AccessToken token, ApiTarget target, Optional<ProvidedToken> providedToken, Instant start)
      throws UserMistakeException {
    this.token = token;
    var email = target.source().isPresent() ? target.source().get().email() : "";
    this.account = new Account(target.url(), email);
    this.providedToken = providedToken;
    this.start = start;
  }

  /**
   * The line for the log.
   *
   * @param places where the token is
   */
  String text(String places, Instant now) {
    return switch (token.source()) {
      case AccessToken.LOGIN -> "Logged in as " + account + "; the token is in " + places + until();
      case AccessToken.CACHE ->
          "Using the cached token of "
              + account.shortEmail()
              + " ("
              + verified(now)
              + "), expires "
              + token.shownExpiry()
              + "; it is in "
              + places
              + ".";
      default ->
          "Took the token from "
              + providedToken.map(ProvidedToken::from).orElse("")
              + " for "
              + account.url()
              + "; it is in "
              + places
              + until();
    };
  }

  private String until() {
    return token.expiresAt().isPresent() ? " until " + token.shownExpiry() + "." : ".";
  }

  private String verified(Instant now) {
    if (token.verifiedAt().isEmpty() || token.verifiedAt().get().isAfter(now)) {
      return "not verified";
    }
    if (!token.verifiedAt().get().isBefore(start)) {
      return "verified just now";
    }
    return "verified " + ago(Duration.between(token.verifiedAt().get(), now));
  }

  private static String ago(Duration time) {
    long minutes = time.toMinutes();
    if (minutes == 0) {
      return "less than a minute ago";
    }
    if (minutes == 1) {
      return "1 minute ago";
    }
    return minutes < 120 ? minutes + " minutes ago" : time.toHours() + " hours ago";
  }
}
