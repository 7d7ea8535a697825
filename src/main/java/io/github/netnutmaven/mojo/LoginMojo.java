package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.http.JwtExpiry;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Logs in to the NetNut Customers API with the account of a {@code <server>} of {@code
 * settings.xml}, once per build, confirms the token, and hands it to later goals as a property.
 *
 * <p>The token never shows in the log. Hand it to tests as an environment variable: Surefire and
 * Failsafe write system properties into their reports.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "login",
    defaultPhase = LifecyclePhase.INITIALIZE,
    requiresProject = false,
    threadSafe = true)
public final class LoginMojo extends ApiMojo {
  /**
   * The property that receives the token. Beside it are set {@code <name>.expiresAt} (an ISO-8601
   * instant), {@code <name>.source} ({@code login}) and {@code <name>.apiUrl} (the address that the
   * token belongs to).
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.tokenProperty", defaultValue = TokenProperty.DEFAULT)
  String tokenProperty;

  /**
   * Which modules see the property: {@code reactor}, every module of the build; {@code project},
   * this module alone.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.visibility", defaultValue = "reactor")
  String visibility;

  /**
   * Whether the API has to confirm the token before it is used. When its answer is neither yes nor
   * no, as in an outage: {@code lenient} warns and uses the token, {@code strict} fails; {@code
   * off} does not ask.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.verify", defaultValue = "lenient")
  String verify;

  private final Clock clock = Clock.systemUTC();

  /** Made by Maven. */
  @Inject
  LoginMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  void ask() throws AuthException {
    var properties = new TokenProperty(session, tokenProperty, this::warnOnce);
    var everywhere = Visibility.parse(visibility) == Visibility.REACTOR;
    var verification = Verification.parse(verify);
    var target = target();

    var token =
        new BuildMemory(BuildData.of(session))
            .token(
                target.account(),
                clock.instant(),
                Durations.parse("timeout", timeout),
                () -> login(target, verification));
    properties.expose(token, target.address().url(), everywhere);
  }

  private AccessToken login(Target target, Verification verification) throws AuthException {
    if (session.isOffline() && !target.isSandbox()) {
      throw new UserMistakeException(
          "Did not log in to "
              + target.address().url()
              + ": Maven is offline (-o) and there is no token at hand. Run without -o, or use the"
              + " sandbox.");
    }
    try (var api = open(target)) {
      var token =
          new TokenService(api, JwtExpiry::of, clock, this::warnOnce)
              .login(target.account(), target.credentials().get(), verification);
      getLog()
          .info(
              "Logged in as "
                  + target.account()
                  + "; the token is in ${"
                  + tokenProperty
                  + "} until "
                  + token.endsAt().truncatedTo(ChronoUnit.SECONDS)
                  + ".");
      return token;
    }
  }
}
