package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.Requirements;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.build.ApiParameters;
import io.github.netnutmaven.build.ApiTarget;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.Durations;
import io.github.netnutmaven.build.PromptedAccount;
import io.github.netnutmaven.build.SystemTiming;
import io.github.netnutmaven.build.Terminal;
import io.github.netnutmaven.build.TokenOutputs;
import io.github.netnutmaven.build.TokenProperty;
import io.github.netnutmaven.http.JwtExpiry;
import io.github.netnutmaven.output.CiMask;
import io.github.netnutmaven.output.EnvFile;
import io.github.netnutmaven.output.OutputFile;
import io.github.netnutmaven.output.TokenFile;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to the NetNut Customers API once per build, with the account of a {@code <server>} of
 * {@code settings.xml}; has the API confirm the token; and hands it to later goals as a property or
 * a file.
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
   * Which modules see the property. {@code reactor}: every module of the build. {@code project}:
   * this module alone. {@code none}: there is no property at all, and {@code tokenFile} or {@code
   * envFile} is needed. With Maven 4's {@code -b concurrent} a goal sets the property in its own
   * module only, so bind it in every module.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.visibility", defaultValue = "reactor")
  String visibility;

  /**
   * Whether the API has to confirm the token before it is used. When its answer is neither yes nor
   * no, as in an outage, {@code lenient} warns and uses the token, and {@code strict} fails. {@code
   * off} does not ask at all.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.verify", defaultValue = "lenient")
  String verify;

  /**
   * A cached token that the API confirmed less than this ago is used without asking again. {@code
   * 0} asks in every build. A new token, and one that was handed over, are always confirmed.
   * Written {@code 30s}, {@code 5m}, {@code 2h} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.verifyInterval", defaultValue = "5m")
  String verifyInterval;

  /**
   * How much longer a cached token has to be good for: one with less left is replaced by a new
   * login. Written {@code 30s}, {@code 5m}, {@code 2h} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.minValidity", defaultValue = "5m")
  String minValidity;

  /**
   * A file that receives the bare token, for tools that read it from one. Only its owner can read
   * it, and it replaces what was there. A folder, a pipe or a device in its place is refused.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.tokenFile")
  @Nullable File tokenFile;

  /**
   * A file of variables that receives the token in a line {@code NETNUT_TOKEN=...}, for the later
   * steps of a CI job ({@code $GITHUB_ENV}) or for {@code docker run --env-file}. A file that is
   * there keeps its owner, its mode and its other lines, also those that others append meanwhile.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.envFile")
  @Nullable File envFile;

  /**
   * Tells GitHub Actions or Azure Pipelines to hide the token in the rest of the job's log. The
   * command holds the token and is on the build's output, so set this only where the CI server
   * reads that. For other CI servers it does nothing: they have no such command.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.maskInCi", defaultValue = "false")
  boolean maskInCi;

  private final Clock clock = Clock.systemUTC();
  private final SystemTiming timing = new SystemTiming();

  /** Made by Maven. */
  @Inject
  LoginMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  String name() {
    return "login";
  }

  @Override
  void ask(Optional<ApiUrl> url, ApiParameters parameters) throws AuthException {
    var outputs = outputs();
    var required =
        new Requirements(
            Verification.parse(verify),
            Durations.parseOrZero("verifyInterval", verifyInterval),
            leastValidity(Durations.parse("minValidity", minValidity)));
    var target = target(url);
    var cache = cache(target, parameters, timing);
    var memory = new BuildMemory(BuildState.of(session));
    if (!memory.knows(target.account()) && !hasAnyWay(target, cache, required.minValidity())) {
      withoutCredentials(target, parameters);
      return;
    }
    var news = new ArrayList<LoginReport>();
    var token =
        memory.token(
            target.account(),
            clock.instant(),
            parameters.timeout(),
            () -> obtain(target, parameters, cache, required, news));
    outputs.publish(token, target.url());
    for (var report : news) {
      getLog().info(report.text(outputs.places(), clock.instant()));
    }
  }

  /** Whether there is anything to get a token with; if not, nothing else is decided. */
  private boolean hasAnyWay(ApiTarget target, TokenCache cache, Duration minValidity)
      throws AuthException {
    return target.source().isPresent()
        || providedToken().isPresent()
        || cache
            .find(target.account())
            .filter(token -> token.isFresh(clock.instant(), minValidity))
            .isPresent()
        || prompt().isPresent();
  }

  /** Offline a token is used as long as it lasts. */
  private Duration leastValidity(Duration configured) {
    return session.isOffline() ? Duration.ZERO : configured;
  }

  private TokenOutputs outputs() throws UserMistakeException {
    var files = new ArrayList<OutputFile>();
    if (tokenFile != null) {
      files.add(new TokenFile(tokenFile.toPath()));
    }
    if (envFile != null) {
      files.add(new EnvFile(envFile.toPath()));
    }
    var modules = Visibility.parse(visibility);
    return new TokenOutputs(
        session,
        modules == Visibility.NONE ? null : new TokenProperty(session, tokenProperty, warnings),
        modules == Visibility.REACTOR,
        files,
        maskInCi ? CiMask.of(variables) : Optional.empty(),
        warnings);
  }

  /** Who is at the terminal, if a login could use what he types. */
  private Optional<AccountSource> prompt() {
    if (session.isOffline()) {
      return Optional.empty();
    }
    var terminal = Terminal.of(session, execution);
    return terminal.isPresent()
        ? Optional.of(new PromptedAccount(terminal.get(), timing))
        : Optional.empty();
  }

  private AccessToken obtain(
      ApiTarget found,
      ApiParameters parameters,
      TokenCache cache,
      Requirements required,
      List<LoginReport> news)
      throws AuthException {
    var providedToken = providedToken();
    boolean isComplete = providedToken.isPresent() || found.source().isPresent();
    var target = isComplete ? found : found.orElse(prompt());
    var start = clock.instant();
    try (var api = open(target, parameters, timing)) {
      // No method reference: that would load the class, which most builds do not need.
      var tokens =
          new TokenService(api, cache, required, token -> JwtExpiry.of(token), clock, warnings);
      var token = tokens.obtain(target.account(), providedToken, target.source());
      news.add(new LoginReport(token, target, providedToken, start));
      return token;
    }
  }
}
