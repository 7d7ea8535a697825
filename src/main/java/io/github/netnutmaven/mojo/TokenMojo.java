package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.TokenRequest;
import io.github.netnutmaven.auth.TokenResult;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.build.ApiParameters;
import io.github.netnutmaven.build.ApiTarget;
import io.github.netnutmaven.build.Parameters;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/** What the goals that get a token share. */
abstract class TokenMojo extends ApiMojo {
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

  /** Which token is good enough; checks the parameters. */
  final TokenPolicy policy() throws AuthException {
    return new TokenPolicy(
        Parameters.choice("verify", verify, Verification.LENIENT),
        Parameters.durationOrZero("verifyInterval", verifyInterval, FIVE_MINUTES),
        Parameters.duration("minValidity", minValidity, FIVE_MINUTES));
  }

  /** The line for a new token, which is in these places now. */
  final Message report(
      TokenResult result,
      ApiTarget target,
      ApiParameters parameters,
      String places,
      Instant start) {
    return LoginReport.of(
        result,
        target.account(),
        places,
        target.isSandbox() ? null : parameters.whyNotKept(),
        start,
        timing.now());
  }

  /** Gets a token; null without one and without credentials. */
  final @Nullable TokenResult obtain(TokenPolicy policy, ApiTarget target, ApiParameters parameters)
      throws AuthException {
    var request =
        new TokenRequest(
            target.account(),
            source(target),
            provided(target),
            policy.verification(),
            policy.verifyInterval(),
            session.isOffline() ? Duration.ZERO : policy.minValidity());
    try (var tokens = open(target, parameters)) {
      var result = tokens.obtain(request).orElse(null);
      if (result == null) {
        withoutCredentials(target, parameters);
      }
      return result;
    }
  }
}
