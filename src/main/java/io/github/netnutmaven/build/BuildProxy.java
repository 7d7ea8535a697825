package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.ProxyChoice;
import io.github.netnutmaven.config.ProxyFinder;
import io.github.netnutmaven.http.HttpProxy;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Finds the proxy to the API, as the settings or Java's properties name it. */
public final class BuildProxy {
  private final MavenSession session;
  private final SettingsDecrypter decrypter;

  /** Looks for nothing yet. */
  public BuildProxy(MavenSession session, SettingsDecrypter decrypter) {
    this.session = session;
    this.decrypter = decrypter;
  }

  /**
   * The proxy; null if there is none, as for the sandbox.
   *
   * @throws UserMistakeException when it is set up wrong
   */
  public @Nullable HttpProxy to(ApiTarget target) throws UserMistakeException {
    return target.isSandbox()
        ? null
        : finder().proxyTo(target.url()).map(BuildProxy::http).orElse(null);
  }

  private ProxyFinder finder() {
    return new ProxyFinder(
        session.getSettings().getProxies(), decrypter, javaProperties(), SettingsFiles.of(session));
  }

  /** Java's properties, overridden by {@code -D}, as in Maven itself. */
  private Properties javaProperties() {
    var all = new Properties();
    all.putAll(session.getSystemProperties());
    all.putAll(session.getUserProperties());
    return all;
  }

  private static HttpProxy http(ProxyChoice proxy) {
    return new HttpProxy(
        proxy.host(),
        proxy.port(),
        proxy.username().map(name -> new HttpProxy.Login(name, proxy.password())).orElse(null),
        proxy.found());
  }
}
