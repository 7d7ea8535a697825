package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.http.HttpAuthApi;
import io.github.netnutmaven.http.HttpOptions;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The API over HTTP, made for the first question: a build that has none loads no class for HTTP,
 * JSON or TLS.
 */
public final class LazyApi implements AuthApi {
  private final ApiTarget target;
  private final ApiParameters parameters;
  private final BuildProxy proxy;
  private final Timing timing;
  private final Log log;
  private @Nullable AuthApi api;

  /**
   * Makes nothing yet.
   *
   * @param target where the API is, already found safe
   * @param timing time and chance; the goal's time starts with the first question
   * @param log where each further try is told of
   */
  public LazyApi(
      ApiTarget target, ApiParameters parameters, BuildProxy proxy, Timing timing, Log log) {
    this.target = target;
    this.parameters = parameters;
    this.proxy = proxy;
    this.timing = timing;
    this.log = log;
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    return api().login(credentials);
  }

  @Override
  public Verdict check(String token) throws AuthException {
    return api().check(token);
  }

  @Override
  public Duration timeLeft() throws AuthException {
    return api().timeLeft();
  }

  @Override
  public void close() {
    if (api != null) {
      api.close();
    }
  }

  private AuthApi api() throws UserMistakeException {
    if (api == null) {
      api = new HttpAuthApi(target.url(), options(), timing, log::debug);
    }
    return api;
  }

  private HttpOptions options() throws UserMistakeException {
    return new HttpOptions(
        parameters.connectTimeout(),
        parameters.timeout(),
        parameters.retries(),
        target.isSandbox() ? Optional.empty() : parameters.scheme(),
        proxy.to(target));
  }
}
