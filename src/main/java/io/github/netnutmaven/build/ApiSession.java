package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.OfflineApi;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.http.JwtExpiry;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The tokens of one run of a goal, and the API that they come from. */
public final class ApiSession implements AutoCloseable {
  private final AuthApi api;
  private final TokenService tokens;

  /**
   * Starts the goal's time, and sends nothing yet; offline it never does.
   *
   * @param cache the tokens of earlier builds
   * @param decrypter decrypts the password of a proxy when a request is due
   * @param log receives each further try, at debug level
   * @param warn receives what the user should act on
   */
  public ApiSession(
      MavenSession session,
      SettingsDecrypter decrypter,
      ApiTarget target,
      ApiParameters parameters,
      TokenCache cache,
      SystemTiming timing,
      Log log,
      Consumer<String> warn) {
    var deadline = new Deadline(parameters.timeout(), timing);
    this.api =
        session.isOffline() && !target.isSandbox()
            ? new OfflineApi(target.url())
            : new LazyApi(session, decrypter, target, parameters, deadline, timing, log);
    this.tokens =
        new TokenService(
            api, cache, BuildState.of(session).tokens(), new JwtExpiry(), deadline, timing, warn);
  }

  /** The tokens of this build, of earlier ones, and of a login. */
  public TokenService tokens() {
    return tokens;
  }

  @Override
  public void close() {
    api.close();
  }
}
