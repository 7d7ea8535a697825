package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.settings.ProxyFinder;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals about an account share: which account, and where. */
abstract class AccountMojo extends NetnutMojo {
  /**
   * The {@code <server>} of {@code settings.xml} whose {@code <username>} is the account's e-mail
   * and whose {@code <password>} is its password. If not set: {@code netnut}.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.serverId")
  @Nullable String serverId;

  /**
   * The API's base address. If not set: {@code <configuration><apiUrl>} of the {@code <server>},
   * else the environment variable {@code NETNUT_API_URL}, else {@code
   * https://customers-api.netnut.io/v1}. An address that the project sets is used only if you have
   * trusted it elsewhere.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.apiUrl")
  @Nullable String apiUrl;

  /**
   * Allows an {@code apiUrl} with plain http on a host that is not this machine, where everybody on
   * the way can read the password.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.allowInsecureHttp", defaultValue = "false")
  boolean allowInsecureHttp;

  private final SettingsDecrypter decrypter;

  AccountMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session);
    this.decrypter = decrypter;
  }

  /** Where the proxy on the way is found. */
  final ProxyFinder proxies() {
    var properties = new Properties();
    properties.putAll(session.getSystemProperties());
    properties.putAll(session.getUserProperties());
    return new ProxyFinder(
        session.getSettings().getProxies(), decrypter, properties, SettingsFiles.of(session));
  }

  /** Whom this goal is about. */
  final Target target() throws AuthException {
    return new TargetFinder(session, decrypter).find(serverId, apiUrl, allowInsecureHttp);
  }
}
