package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.cache.CacheChoice;
import io.github.netnutmaven.session.ApiParameters;
import io.github.netnutmaven.session.ApiParameters.MissingCredentials;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.PromptedAccount;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * What the goals that send requests share.
 *
 * @param <R> the valid parameters of the goal
 */
abstract class ApiMojo<R> extends AccountMojo<R> {
  private static final String CONNECT_TIMEOUT = "10s";
  private static final String TIMEOUT = "120s";

  /**
   * A word to put before the token in the header {@code Authorization}, such as {@code Bearer}, if
   * a gateway in front of the API needs one. If not set: none, because the API takes the bare
   * token. The sandbox never gets one.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.authorizationScheme")
  @Nullable String authorizationScheme;

  /**
   * The limit on connecting to one address of the host, written {@code 10s}, {@code 1m} or in
   * ISO-8601.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.connectTimeout", defaultValue = CONNECT_TIMEOUT)
  String connectTimeout;

  /**
   * The limit on the whole goal, all retries and waits included, written {@code 30s}, {@code 2m} or
   * in ISO-8601. One try takes at most half of it, and at most 30 seconds.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.timeout", defaultValue = TIMEOUT)
  String timeout;

  /**
   * How often to try again after a fault that may pass: a broken connection, a try that takes too
   * long, or a response with status 408, 500, 502, 503 or 504. At most 100. When the service says
   * that it has too many requests (429, or 503 with {@code Retry-After}), the plugin waits as long
   * as it says; such tries do not count here. All tries stay within {@code timeout}.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.retries", defaultValue = "3")
  int retries;

  /**
   * Whether a failure fails the build. With {@code false} it becomes one warning per build and
   * message, and the build continues.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.failOnError", defaultValue = "true")
  boolean failOnError;

  /**
   * What to do when no credentials are configured at all, as in the build of a fork, which gets no
   * secrets: {@code fail} the build, {@code warn} and continue without a token, or {@code skip}
   * this goal.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.onMissingCredentials", defaultValue = "fail")
  String onMissingCredentials;

  /**
   * Whether to keep the token for later builds: {@code on}, {@code off}, or {@code auto}, which is
   * on for a person's machine, and off on a CI server and where Maven is not interactive ({@code
   * -B}), as in scripts.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.cache", defaultValue = "auto")
  String cache;

  ApiMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  /** The parameters of this class, checked. */
  final ApiParameters apiParameters() throws AuthException {
    refuseDebugOutput();
    return new ApiParameters(
        accountParameters(),
        Parameters.duration("connectTimeout", connectTimeout, CONNECT_TIMEOUT),
        Parameters.duration("timeout", timeout, TIMEOUT),
        Parameters.number("retries", String.valueOf(retries), 100),
        Parameters.scheme(authorizationScheme),
        Parameters.choice("cache", cache, CacheChoice.AUTO)
            .whyOff(variables, session.getRequest().isInteractiveMode()),
        Parameters.choice("onMissingCredentials", onMissingCredentials, MissingCredentials.FAIL));
  }

  /** Java itself prints what it sends, in clear: no log level and no masking changes that. */
  private static void refuseDebugOutput() throws UserMistakeException {
    if (System.getProperty("javax.net.debug") != null) {
      throw new UserMistakeException(
          "Did not read any account or token: the system property javax.net.debug is set, and with"
              + " it Java prints every password and token that it sends. Remove it where the options of"
              + " Maven or its JVM are set: the command line, MAVEN_OPTS, the project. To look at a TLS"
              + " connection, use openssl s_client -connect HOST:443");
    }
  }

  @Override
  final void onFailure(AuthException e) throws AuthException {
    if (failOnError) {
      throw e;
    }
    withoutToken(
        Message.of("{} The build continues, because failOnError is false.", e.message()),
        this::warnOnce);
  }

  /** A length of time as a message shows it. */
  static String hoursAndMinutes(Duration time) {
    var minutes = time.toMinutesPart() + " min";
    return time.toHours() == 0 ? minutes : time.toHours() + " h " + minutes;
  }

  /** Does what {@code onMissingCredentials} says. */
  final void withoutCredentials(ApiTarget target, ApiParameters parameters)
      throws UserMistakeException {
    var message =
        Message.of(
            "Did not run netnut:{}: {}.",
            execution.getGoal(),
            String.valueOf(target.missingReason()));
    switch (parameters.onMissingCredentials()) {
      case FAIL ->
          throw new UserMistakeException(
              "{}{} Choose one:"
                  + "\n- add the <server>, with the account's e-mail as <username> and its <password>"
                  + "\n- set NETNUT_EMAIL and NETNUT_PASSWORD"
                  + "\n- add the goal sandbox-start, for a build without an account"
                  + "\n- set onMissingCredentials=skip, for a build that needs no token{}",
              message,
              PromptedAccount.whyNoPrompt(build()),
              parameters.whyNotKept() == null
                  ? Message.of(
                      "\n- run mvn netnut:login once at a terminal: it asks for the account")
                  : "");
      case WARN -> withoutToken(message, this::warnOnce);
      case SKIP -> withoutToken(message, this::infoOnce);
    }
  }

  /** Reports a reason to go on without a token; warns if that removed an old one. */
  private void withoutToken(Message reason, Consumer<Message> report) {
    var places = withdrawOldToken();
    if (places.isEmpty()) {
      report.accept(reason);
    } else {
      // Other modules give the same reason.
      build().state().messages().add(reason.toString());
      warnOnce(
          Message.of(
              "{} Removed the token of an earlier login from {}: later goals must not use it.",
              reason,
              places));
    }
  }

  /**
   * Removes the token of an earlier build, which this goal would have replaced.
   *
   * @return where it was, as a message says it; empty if there was none
   */
  String withdrawOldToken() {
    return "";
  }
}
