package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.http.Json;
import io.github.netnutmaven.output.CheckReport;
import io.github.netnutmaven.session.ApiParameters;
import io.github.netnutmaven.session.ApiTargetResolver;
import io.github.netnutmaven.session.Parameters;
import java.io.File;
import java.time.Duration;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the API accepts the token, how long it is still valid, and where the token, the
 * account and the address come from. It fails the build if there is no token (if there are no
 * credentials either, {@code onMissingCredentials} decides), if the token is valid for less than
 * {@code minValidity}, if the API does not accept it, or if there is no clear answer.
 *
 * <p>It checks the token of this build, else the one that the environment provides, else the cached
 * one: this goal never logs in. It asks the API, whenever it last did; with {@code -o} it fails. A
 * cached token that is refused is removed from the cache.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends ApiMojo<CheckMojo.Request> {
  /**
   * If set, a token that is valid for less than this fails the build, too. Written {@code 30s},
   * {@code 5m}, {@code 2h} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.minValidity")
  @Nullable String minValidity;

  /**
   * A file that receives the result as one JSON object, accepted or not; it never contains the
   * token, and only your user can read it. Its fields are {@code verdict} ({@code accepted}, {@code
   * refused}, {@code unknown} without a clear response, {@code expiring} within {@code
   * minValidity}, {@code missing} without a token, {@code failed} for any other problem), {@code
   * reason}, {@code address}, {@code addressSource}, {@code account} (shortened), {@code
   * tokenSource} and {@code expiresAt}; the last three may be null.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.reportFile")
  @Nullable File reportFile;

  /** The verdict so far, for the report. */
  private String verdict = "failed";

  /** Made by Maven. */
  @Inject
  CheckMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  /** The valid parameters. */
  record Request(ApiParameters api, Duration minimum, CheckReport report) {}

  @Override
  Request request() throws AuthException {
    var api = apiParameters();
    var minimum =
        Parameters.durationOrZero("minValidity", minValidity == null ? "" : minValidity, "0");
    return new Request(api, minimum, new CheckReport(path("reportFile", reportFile), Json::object));
  }

  @Override
  void run(Request request) throws AuthException {
    var target = new ApiTargetResolver(build()).target(request.api().account());
    try (var tokens = build().tokens(target, request.api())) {
      var token = tokens.existingToken(target.account(), build().provided(target)).orElse(null);
      report(target, request.api(), token);
      var reason = token == null ? String.valueOf(target.missingReason()) : "";
      try {
        check(tokens, target, request, token);
      } catch (AuthException e) {
        reason = e.message().toString();
        throw e;
      } finally {
        request.report().write(target, token, verdict, reason);
      }
    }
  }

  private void check(
      TokenService tokens, ApiTarget target, Request request, @Nullable AccessToken token)
      throws AuthException {
    if (token != null) {
      requireLeft(token, request.minimum());
      requireAccepted(tokens, target, token);
      info(Message.of("Checked the token: it is accepted."));
      return;
    }
    verdict = "missing";
    if (target.source() == null) {
      withoutCredentials(target, request.api());
      return;
    }
    throw new UserMistakeException(
        "Looked for a token of {}, but there is none at hand{}",
        target.account(),
        request.api().whyNotKept() == null
            ? ". Run mvn netnut:login first."
            : ", and the cache is off. Run both in one build: mvn netnut:login netnut:check.");
  }

  private void requireLeft(AccessToken token, Duration minimum) throws UserMistakeException {
    if (!minimum.isZero() && token.isExpired(build().timing().now().plus(minimum))) {
      verdict = "expiring";
      throw new UserMistakeException(
          "Checked how long the token is valid, but it expires at {}, and minValidity is {}. Log in"
              + " again.",
          token.shownExpiry(),
          String.valueOf(minValidity));
    }
  }

  /** The account and where its password is; without credentials, who typed the token's account. */
  private static Message account(ApiTarget target, @Nullable AccessToken token) {
    var source = target.source();
    if (source != null) {
      return Message.of(
          "{}, from {}; password {}",
          target.account().shortEmail(),
          source,
          source.passwordStorage());
    }
    return token == null || token.owner() == null
        ? Message.of("{}", String.valueOf(target.missingReason()))
        : Message.of("{}, typed for netnut:login; password not stored", token.owner());
  }

  /** All that helps to find out why a token does not work, or why there is none. */
  private void report(ApiTarget target, ApiParameters parameters, @Nullable AccessToken token)
      throws UserMistakeException {
    var address = target.address();
    var proxy = build().proxyTo(target);
    info(
        token == null
            ? Message.of("token:    none")
            : Message.of("token:    from {}, expires {}", token.source(), expiry(token)));
    info(Message.of("account:  {}", account(target, token)));
    info(
        Message.of(
            "address:  {}, from {}; trusted: {}",
            address.url(),
            address.source(),
            address.trust() == null ? "no" : address.trust()));
    info(Message.of("proxy:    {}", proxy == null ? "none" : proxy));
    info(Message.of("cache:    {}", build().cache(target, parameters)));
  }

  private void requireAccepted(TokenService tokens, ApiTarget target, AccessToken token)
      throws AuthException {
    var answer = tokens.check(target.account(), token.value());
    verdict = answer.kind().name().toLowerCase(Locale.ROOT);
    switch (answer.kind()) {
      case ACCEPTED -> {}
      case REFUSED ->
          throw new ServiceException(
              "Checked the token at {}, but it was refused ({}). It is from {} and expires {}. Run"
                  + " netnut:login again, or provide a good one.",
              target.address(),
              answer.reason(),
              token.source(),
              expiry(token));
      case UNKNOWN ->
          throw new ServiceException(
              "Checked the token at {}, but there is no clear answer: {}",
              target.address(),
              answer.reason());
    }
  }

  private String expiry(AccessToken token) {
    if (token.expiresAt() == null) {
      return "at an unknown time";
    }
    var left = Duration.between(build().timing().now(), token.expiresAt());
    return token.shownExpiry()
        + (left.isNegative() ? ", which is over" : ", in " + hoursAndMinutes(left));
  }
}
