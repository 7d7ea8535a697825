package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.http.HttpAuthApi;
import org.jspecify.annotations.Nullable;

/**
 * The API over HTTP, created with the first question: a build that asks nothing loads no class for
 * HTTP, JSON or TLS. While Maven is offline it sends nothing, except to the sandbox, so every
 * answer is unknown.
 */
final class LazyApi implements AuthApi {
  private static final String OFFLINE = "Maven is offline (-o)";

  private final Build build;
  private final ApiTarget target;
  private final ApiParameters parameters;
  private final Deadline deadline;
  private @Nullable AuthApi api;

  /**
   * @param parameters limits, retries and the authorization scheme
   * @param deadline the end of the goal's time
   */
  LazyApi(Build build, ApiTarget target, ApiParameters parameters, Deadline deadline) {
    this.build = build;
    this.target = target;
    this.parameters = parameters;
    this.deadline = deadline;
  }

  @Override
  public void requireSafe() throws UserMistakeException {
    target.requireSafe();
  }

  @Override
  public void requireOnline() throws UserMistakeException {
    if (isOffline()) {
      throw new UserMistakeException(
          "Did not log in to {}: {} and there is no token at hand. Run without -o, or use the"
              + " sandbox.",
          target.address(),
          OFFLINE);
    }
  }

  private boolean isOffline() {
    return build.session().isOffline() && !target.isSandbox();
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    requireOnline();
    if (!target.isSandbox()) {
      build.state().passwords().add(credentials.password());
    }
    return api().login(credentials);
  }

  @Override
  public Verdict check(String token) throws AuthException {
    return isOffline() ? Verdict.unknown(OFFLINE + ".") : api().check(token);
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
      api =
          new HttpAuthApi(
              target.address(),
              build.proxyTo(target),
              target.isSandbox() ? null : parameters.scheme(),
              parameters.connectTimeout(),
              parameters.retries(),
              deadline,
              build.timing(),
              build.debug());
    }
    return api;
  }
}
