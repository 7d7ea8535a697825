package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.ProxyFinder;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds the proxy to the API for a build. */
public final class BuildProxy {
  private BuildProxy() {}

  /**
   * The proxy; null if the API is reached directly, as the sandbox is.
   *
   * @throws UserMistakeException if the proxy's configuration is wrong
   */
  public static @Nullable HttpProxy to(ApiTarget target, Build build) throws UserMistakeException {
    if (target.isSandbox()) {
      return null;
    }
    var session = build.session();
    // A property that is set by -D overrides a system property, as in Maven itself.
    var properties = new Properties();
    properties.putAll(session.getSystemProperties());
    properties.putAll(session.getUserProperties());
    var proxies = session.getSettings().getProxies();
    return new ProxyFinder(proxies, build.decrypter(), properties, SettingsFiles.of(session))
        .proxyTo(target.url());
  }
}
