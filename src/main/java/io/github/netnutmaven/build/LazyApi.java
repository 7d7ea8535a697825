package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.http.HttpAuthApi;
import io.github.netnutmaven.http.HttpOptions;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * The API over HTTP, created with the first question: a build that asks nothing loads no class for
 * HTTP, JSON or TLS.
 */
public final class LazyApi implements AuthApi {
  private final MavenSession session;
  private final SettingsDecrypter decrypter;
  private final ApiTarget target;
  private final ApiParameters parameters;
  private final Deadline deadline;
  private final Timing timing;
  private final Consumer<Message> debug;
  private @Nullable AuthApi api;

  /**
   * Connects to nothing yet.
   *
   * @param decrypter decrypts the password of a proxy
   * @param target the API's address
   * @param parameters limits, retries and the authorization scheme
   * @param deadline the end of the goal's time
   * @param timing time and chance
   * @param debug receives each further try
   */
  public LazyApi(
      MavenSession session,
      SettingsDecrypter decrypter,
      ApiTarget target,
      ApiParameters parameters,
      Deadline deadline,
      Timing timing,
      Consumer<Message> debug) {
    this.session = session;
    this.decrypter = decrypter;
    this.target = target;
    this.parameters = parameters;
    this.deadline = deadline;
    this.timing = timing;
    this.debug = debug;
  }

  @Override
  public void requireSafe() throws UserMistakeException {
    target.requireSafe();
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    if (!target.isSandbox()) {
      BuildState.of(session).passwords().add(credentials.password());
    }
    return api().login(credentials);
  }

  @Override
  public Verdict check(String token) throws AuthException {
    return api().check(token);
  }

  @Override
  public void close() {
    if (api != null) {
      api.close();
    }
  }

  /** Every request goes through here, so none goes to an address that is not safe. */
  private AuthApi api() throws UserMistakeException {
    requireSafe();
    if (api == null) {
      var options =
          new HttpOptions(
              parameters.connectTimeout(),
              parameters.retries(),
              target.isSandbox() ? null : parameters.scheme(),
              BuildProxy.to(target, session, decrypter));
      api = new HttpAuthApi(target.address(), options, deadline, timing, debug);
    }
    return api;
  }
}
