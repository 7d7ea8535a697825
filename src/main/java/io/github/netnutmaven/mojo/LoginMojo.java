package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.TokenRequest;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.build.ApiParameters;
import io.github.netnutmaven.build.BuildCacheExtension;
import io.github.netnutmaven.build.OutputParameters;
import io.github.netnutmaven.build.Parameters;
import io.github.netnutmaven.build.TokenOutputs;
import io.github.netnutmaven.output.CiMask;
import java.io.File;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.codehaus.plexus.PlexusContainer;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to the NetNut Customers API once per build, with the account of a {@code <server>} in
 * {@code settings.xml}, has the API confirm the token, and passes it to later goals. The token
 * never appears in the log. Pass it to tests as an environment variable.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "login",
    defaultPhase = LifecyclePhase.INITIALIZE,
    requiresProject = false,
    threadSafe = true)
public final class LoginMojo extends ApiMojo {
  private static final String FIVE_MINUTES = "5m";

  /**
   * Which modules see the property: {@code reactor} all, {@code project} this one, {@code none}
   * none; then {@code tokenFile} or {@code envFile} is required. With Maven 4's {@code -b
   * concurrent} a goal sets it in its own module only, so bind it in each module.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.visibility", defaultValue = "reactor")
  String visibility;

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

  /**
   * A file that receives the bare token; only its owner can read it. An existing file is replaced,
   * but a link is refused. If {@code login} ends without a token and does not fail, it removes the
   * file.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.tokenFile")
  @Nullable File tokenFile;

  /**
   * A file that receives the lines {@code NETNUT_TOKEN=...}, {@code NETNUT_API_URL=...} and, if the
   * expiry is known, {@code NETNUT_TOKEN_EXPIRES_AT=...}, for later steps of a CI job or {@code
   * docker run --env-file}. An existing file keeps its owner, its mode and its other lines. A link
   * is refused, and so is a token with a character that a shell acts on. If {@code login} ends
   * without a token and does not fail, it removes the lines.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.envFile")
  @Nullable File envFile;

  /**
   * The name of the token's variable in {@code envFile}. With another name V, the others are {@code
   * V_API_URL} and {@code V_EXPIRES_AT}. Two accounts can use one file with a name each.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.envVariable", defaultValue = "NETNUT_TOKEN")
  String envVariable;

  /**
   * Tells GitHub Actions or Azure Pipelines to mask the token in the job's log. The command
   * contains the token, so set this only where the CI server reads the build's output.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.maskInCi", defaultValue = "false")
  boolean maskInCi;

  final PlexusContainer container;

  /** Made by Maven. */
  @Inject
  LoginMojo(
      MavenSession session,
      SettingsDecrypter decrypter,
      SettingsReader reader,
      PlexusContainer container) {
    super(session, decrypter, reader);
    this.container = container;
  }

  @Override
  void run(@Nullable ApiUrl url, ApiParameters parameters) throws AuthException {
    var outputs = outputs();
    var verification = Parameters.choice("verify", verify, Verification.LENIENT);
    var interval = Parameters.durationOrZero("verifyInterval", verifyInterval, FIVE_MINUTES);
    var minimum = Parameters.duration("minValidity", minValidity, FIVE_MINUTES);
    var target = target(url);
    var request =
        new TokenRequest(
            target.account(),
            source(target),
            provided(target),
            verification,
            interval,
            session.isOffline() ? Duration.ZERO : minimum);
    var start = timing.now();
    try (var tokens = open(target, parameters)) {
      var result = tokens.obtain(request).orElse(null);
      if (result == null) {
        withoutCredentials(target, parameters);
      } else {
        outputs.publish(result.token(), target.account());
        BuildCacheExtension.warn(container, session, execution, warnings);
        if (result.isNew()) {
          info(
              LoginReport.of(
                  result,
                  target.account(),
                  outputs.places(),
                  target.isSandbox() ? null : parameters.whyNotKept(),
                  start,
                  timing.now()));
        }
      }
    }
  }

  @Override
  String withdrawOldToken() {
    try {
      return outputs().withdraw();
    } catch (AuthException e) {
      // Its message is that of the goal's failure.
      return "";
    }
  }

  private TokenOutputs outputs() throws AuthException {
    var modules = Parameters.choice("visibility", visibility, Visibility.REACTOR);
    var parameters =
        new OutputParameters(
            tokenProperty,
            modules == Visibility.NONE,
            modules != Visibility.PROJECT,
            path("tokenFile", tokenFile),
            path("envFile", envFile),
            Parameters.variable(envVariable),
            maskInCi ? CiMask.of(variables).orElse(null) : null);
    return new TokenOutputs(session, parameters, execution, warnings);
  }
}
