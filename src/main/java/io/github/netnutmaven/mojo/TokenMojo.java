package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.TokenRequest;
import io.github.netnutmaven.auth.TokenResult;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.session.ApiParameters;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.PromptedAccount;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * What the goals that get a token share.
 *
 * @param <R> the valid parameters of the goal
 */
abstract class TokenMojo<R> extends ApiMojo<R> {
  private static final String FIVE_MINUTES = "5m";

  /**
   * Whether the API must confirm the token. If it cannot say, as in an outage, {@code lenient}
   * warns and uses the token, and {@code strict} fails. {@code off} does not ask the API.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.verify", defaultValue = "lenient")
  String verify;

  /**
   * A cached token that the API confirmed less than this ago is used without asking again; {@code
   * 0} always asks. A new or provided token is always confirmed. Written {@code 5m} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.verifyInterval", defaultValue = FIVE_MINUTES)
  String verifyInterval;

  /**
   * How long a cached token must still be valid: a token that expires sooner is replaced by a new
   * login, except offline. Written {@code 30s}, {@code 5m}, {@code 2h} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.minValidity", defaultValue = FIVE_MINUTES)
  String minValidity;

  TokenMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  /**
   * The valid parameters of this class.
   *
   * @param api the parameters of its requests
   * @param verification how sure it must be that the API accepts the token
   * @param verifyInterval how old a confirmation of a cached token may be
   * @param minValidity how long a cached token must still be valid
   */
  record TokenParameters(
      ApiParameters api,
      Verification verification,
      Duration verifyInterval,
      Duration minValidity) {}

  /** The parameters of this class, checked. */
  final TokenParameters tokenParameters() throws AuthException {
    return new TokenParameters(
        apiParameters(),
        Parameters.choice("verify", verify, Verification.LENIENT),
        Parameters.durationOrZero("verifyInterval", verifyInterval, FIVE_MINUTES),
        Parameters.duration("minValidity", minValidity, FIVE_MINUTES));
  }

  /** Gets a token; null without one and without credentials. */
  final @Nullable TokenResult obtain(TokenParameters parameters, ApiTarget target)
      throws AuthException {
    var request =
        new TokenRequest(
            target.account(),
            target.source() == null
                ? PromptedAccount.of(build(), target.address())
                : target.source(),
            build().provided(target),
            parameters.verification(),
            parameters.verifyInterval(),
            session.isOffline() ? Duration.ZERO : parameters.minValidity());
    try (var tokens = build().tokens(target, parameters.api())) {
      var result = tokens.obtain(request).orElse(null);
      if (result == null) {
        withoutCredentials(target, parameters.api());
      }
      return result;
    }
  }

  /**
   * The line for a new token.
   *
   * @param places where it is now
   * @param start when the goal began to get it
   */
  final Message report(
      TokenResult result,
      ApiTarget target,
      TokenParameters parameters,
      String places,
      Instant start) {
    var token = result.token();
    var url = target.url();
    var until = token.expiresAt() == null ? "" : " until " + token.shownExpiry();
    var whyNotKept = target.isSandbox() ? null : parameters.api().whyNotKept();
    return switch (token.source()) {
      case LOGIN ->
          Message.of(
              "Logged in as {} at {}; the token is in {}{}.{}",
              token.owner() == null ? target.account().shortEmail() : token.owner(),
              url,
              places,
              until,
              whyNotKept == null
                  ? ""
                  : Message.of(" It is not kept for later builds, because {}.", whyNotKept));
      case CACHE ->
          Message.of(
              "Using the cached token of {} ({}), expires {}; it is in {}.",
              target.account().shortEmail(),
              verified(token.verifiedAt(), start),
              token.shownExpiry(),
              places);
      case ENVIRONMENT ->
          Message.of(
              "Took the token from {} for {}; it is in {}{}.",
              String.valueOf(result.providedIn()),
              url,
              places,
              until);
    };
  }

  private String verified(@Nullable Instant time, Instant start) {
    var now = build().timing().now();
    if (time == null || time.isAfter(now)) {
      return "not verified";
    }
    return time.isBefore(start)
        ? "verified " + hoursAndMinutes(Duration.between(time, now)) + " ago"
        : "verified just now";
  }
}
