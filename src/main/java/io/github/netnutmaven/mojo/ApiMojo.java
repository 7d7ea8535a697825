package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.OfflineApi;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.ApiParameters;
import io.github.netnutmaven.build.ApiTarget;
import io.github.netnutmaven.build.BuildProxy;
import io.github.netnutmaven.build.Durations;
import io.github.netnutmaven.build.LazyApi;
import io.github.netnutmaven.build.SystemTiming;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals that send requests share. */
abstract class ApiMojo extends AccountMojo {
  /**
   * A word to put before the token in the header {@code Authorization}, such as {@code Bearer}, if
   * a gateway in front of the API wants one. If not set: none, as the API itself has it. The
   * sandbox never gets one.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.authorizationScheme")
  @Nullable String authorizationScheme;

  /**
   * The limit on connecting, written {@code 10s}, {@code 1m} or in ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.connectTimeout", defaultValue = "10s")
  String connectTimeout;

  /**
   * The limit on the whole goal, every retry and wait in it included, written {@code 30s}, {@code
   * 2m} or in ISO-8601. One try takes at most half of it, and at most 30 seconds.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.timeout", defaultValue = "120s")
  String timeout;

  /**
   * How often to try again after a fault that may pass: a connection that breaks, a try that takes
   * too long, or an answer of 408, 500, 502, 503 or 504. A service that is asked too often (429, or
   * 503 with {@code Retry-After}) is asked again when it says so, and that does not count here. All
   * of it stays within {@code timeout}.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.retries", defaultValue = "3")
  int retries;

  /**
   * Whether a failure fails the build. With {@code false} it becomes one warning per build and
   * message, and the build goes on.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.failOnError", defaultValue = "true")
  boolean failOnError;

  /**
   * What to do when no credentials are configured at all, as in the build of a fork, which gets no
   * secrets: {@code fail} the build, {@code warn} and go on without a token, or {@code skip} this
   * goal.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.onMissingCredentials", defaultValue = "fail")
  String onMissingCredentials;

  /**
   * Whether a token is kept for the builds that follow: {@code on}, {@code off}, or {@code auto},
   * which is on for a person's machine and off on a CI server.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.cache", defaultValue = "auto")
  String cache;

  ApiMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  final void run() throws AuthException {
    try {
      super.run();
    } catch (AuthException e) {
      if (failOnError) {
        throw e;
      }
      warnOnce(e.getMessage() + " The build goes on, as failOnError is false.");
    }
  }

  @Override
  final void run(Optional<ApiUrl> url) throws AuthException {
    MissingCredentials.parse(onMissingCredentials);
    ask(
        url,
        new ApiParameters(
            Durations.parse("connectTimeout", connectTimeout),
            Durations.parse("timeout", timeout),
            ApiParameters.retries(retries),
            ApiParameters.scheme(authorizationScheme),
            CacheChoice.parse(cache, variables) == CacheChoice.ON));
  }

  /** Does what the goal is for. */
  abstract void ask(Optional<ApiUrl> url, ApiParameters parameters) throws AuthException;

  /** The API at an address. Offline nothing is sent. */
  final AuthApi open(ApiTarget target, ApiParameters parameters, SystemTiming timing)
      throws UserMistakeException {
    if (session.isOffline() && !target.isSandbox()) {
      return new OfflineApi(target.url());
    }
    target.requireSafe();
    return new LazyApi(target, parameters, proxy(), timing, getLog());
  }

  /** Where the proxy on the way is found. */
  final BuildProxy proxy() {
    return new BuildProxy(session, decrypter);
  }

  /** The tokens of earlier builds; the sandbox has none, for it ends with the build. */
  final TokenCache cache(ApiTarget target, ApiParameters parameters, SystemTiming timing) {
    return parameters.isCaching() && !target.isSandbox() ? cacheOnDisk(timing) : TokenCache.NONE;
  }

  /** What this goal does when there are no credentials and no token. */
  final void withoutCredentials(ApiTarget target, ApiParameters parameters)
      throws UserMistakeException {
    var told = "Did not run netnut:" + name() + ": " + target.absence() + ".";
    switch (MissingCredentials.parse(onMissingCredentials)) {
      case FAIL ->
          throw new UserMistakeException(
              told
                  + " Add the <server>, "
                  + (parameters.isCaching() ? "type mvn netnut:login at a terminal, " : "")
                  + "set NETNUT_EMAIL and NETNUT_PASSWORD, use the sandbox, or"
                  + " set onMissingCredentials=skip.");
      case WARN -> warnOnce(told);
      case SKIP -> infoOnce(told);
    }
  }

  /** The goal's name. */
  abstract String name();
}
