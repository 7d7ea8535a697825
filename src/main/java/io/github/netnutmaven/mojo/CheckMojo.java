package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenCheck;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.ApiParameters;
import io.github.netnutmaven.build.ApiTarget;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.Durations;
import io.github.netnutmaven.build.SystemTiming;
import io.github.netnutmaven.http.JwtExpiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the token at hand is accepted, for how much longer it is good, and where it, the
 * account and the address come from. It fails the build if there is no token, if the API does not
 * accept it, or if that cannot be found out.
 *
 * <p>The token at hand is the one that this build has, else one that was handed over, else the
 * cached one: this goal never logs in. It always asks the API. A cached token that is refused is
 * removed from the cache.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends ApiMojo {
  /**
   * If set, a token that is good for less than this fails the build, too. Written {@code 30s},
   * {@code 5m}, {@code 2h} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.minValidity")
  @Nullable String minValidity;

  private final SystemTiming timing = new SystemTiming();
  private final Clock clock = Clock.systemUTC();

  /** Made by Maven. */
  @Inject
  CheckMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  String name() {
    return "check";
  }

  @Override
  void ask(Optional<ApiUrl> url, ApiParameters parameters) throws AuthException {
    var least = minValidity == null ? Duration.ZERO : Durations.parse("minValidity", minValidity);
    var target = target(url);
    var cache = cache(target, parameters, timing);
    var token = atHand(target, cache);
    if (token.isEmpty()) {
      if (target.source().isEmpty()) {
        withoutCredentials(target, parameters);
        return;
      }
      throw new UserMistakeException(
          "Looked for a token of "
              + target.account()
              + ", but there is none at hand. Run netnut:login before netnut:check, in the same"
              + " build.");
    }
    tell(target, token.get());
    requireLeft(token.get(), least);
    try (var api = open(target, parameters, timing)) {
      require(new TokenCheck(api, cache, clock), target, token.get());
    }
    getLog().info("Checked the token: it is accepted.");
  }

  private Optional<AccessToken> atHand(ApiTarget target, TokenCache cache) throws AuthException {
    var remembered = new BuildMemory(BuildState.of(session)).remembered(target.account());
    if (remembered.isPresent()) {
      return remembered;
    }
    var providedToken = providedToken();
    return providedToken.isPresent()
        ? providedToken.map(h -> h.token(JwtExpiry.of(h.value())))
        : cache.find(target.account()).map(CachedToken::token);
  }

  private void requireLeft(AccessToken token, Duration least) throws UserMistakeException {
    if (!least.isZero() && token.isExpired(clock.instant().plus(least))) {
      throw new UserMistakeException(
          "Checked how long the token is good, but it ends at "
              + token.shownExpiry()
              + ", and minValidity is "
              + minValidity
              + ". Log in again.");
    }
  }

  /** The whole story, for who has to find out why it does not work. */
  private void tell(ApiTarget target, AccessToken token) throws UserMistakeException {
    var log = getLog();
    log.info("token:    from " + token.source() + ", ends " + ends(token));
    log.info(
        "account:  "
            + target
                .source()
                .map(
                    source ->
                        target.account().shortEmail()
                            + ", from "
                            + source
                            + "; password "
                            + source.howKept())
                .orElse(target.absence()));
    log.info(
        "address:  "
            + target.url()
            + ", from "
            + target.address().source()
            + "; trusted: "
            + target.trust());
    log.info("proxy:    " + proxy().to(target).map(Object::toString).orElse("none"));
  }

  private void require(TokenCheck check, ApiTarget target, AccessToken token) throws AuthException {
    var verdict = check.ask(target.account(), token.value());
    var tried = "Checked the token at " + target.url() + ", but ";
    switch (verdict.kind()) {
      case ACCEPTED -> {}
      case REFUSED ->
          throw new ServiceException(
              tried
                  + "it was refused ("
                  + verdict.reason()
                  + "). It is from "
                  + token.source()
                  + " and ends "
                  + ends(token)
                  + ". Run netnut:login again, or hand over a good one.");
      case UNKNOWN -> throw new ServiceException(tried + "no answer decides: " + verdict.reason());
    }
  }

  private String ends(AccessToken token) {
    if (token.expiresAt().isEmpty()) {
      return "at a time that it does not tell";
    }
    var left = Duration.between(clock.instant(), token.expiresAt().get());
    return token.shownExpiry()
        + (left.isNegative()
            ? ", which is over"
            : ", in " + left.toHours() + " h " + left.toMinutesPart() + " min");
  }
}
