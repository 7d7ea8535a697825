package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.TokenResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The line in which {@code login} says what it did. */
final class LoginReport {
  private LoginReport() {}

  /**
   * The line for a new token.
   *
   * @param account the account that it was asked for
   * @param places where the token is now
   * @param whyNotKept why a new token is not kept for later builds, if it is not
   * @param start when the goal began to get the token
   */
  static Message of(
      TokenResult result,
      Account account,
      String places,
      @Nullable String whyNotKept,
      Instant start,
      Instant now) {
    var token = result.token();
    var until = token.expiresAt() == null ? "" : " until " + token.shownExpiry();
    var who = token.owner() == null ? account.shortEmail() : token.owner();
    return switch (token.source()) {
      case LOGIN ->
          whyNotKept == null
              ? Message.of(
                  "Logged in as {} at {}; the token is in {}{}.", who, account.url(), places, until)
              : Message.of(
                  "Logged in as {} at {}; the token is in {}{}. It is not kept for later builds,"
                      + " because {}.",
                  who,
                  account.url(),
                  places,
                  until,
                  whyNotKept);
      case CACHE ->
          Message.of(
              "Using the cached token of {} ({}), expires {}; it is in {}.",
              account.shortEmail(),
              verified(token, start, now),
              token.shownExpiry(),
              places);
      case ENVIRONMENT ->
          Message.of(
              "Took the token from {} for {}; it is in {}{}.",
              String.valueOf(result.providedIn()),
              account.url(),
              places,
              until);
    };
  }

  private static String verified(AccessToken token, Instant start, Instant now) {
    var verifiedAt = token.verifiedAt();
    if (verifiedAt == null || verifiedAt.isAfter(now)) {
      return "not verified";
    }
    if (!verifiedAt.isBefore(start)) {
      return "verified just now";
    }
    long minutes = Duration.between(verifiedAt, now).toMinutes();
    if (minutes == 0) {
      return "verified less than a minute ago";
    }
    if (minutes == 1) {
      return "verified 1 minute ago";
    }
    return "verified " + (minutes < 120 ? minutes + " minutes ago" : minutes / 60 + " hours ago");
  }
}
