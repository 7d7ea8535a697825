package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.leak.SecretProperties;
import io.github.netnutmaven.output.TokenProperty;
import io.github.netnutmaven.session.AccountParameters;
import io.github.netnutmaven.session.Reactor;
import java.io.File;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * What goals for an account share: which account, and the API's address.
 *
 * @param <R> the valid parameters of the goal
 */
abstract class AccountMojo<R> extends NetnutMojo<R> {
  /**
   * The id of the {@code <server>} in {@code settings.xml} that has the account: its e-mail as
   * {@code <username>}, and its {@code <password>}, or in {@code <configuration>} a {@code
   * <passwordCommand>} that prints it. If not set: {@code netnut}; if there is no such {@code
   * <server>}, the environment variables {@code NETNUT_EMAIL} and {@code NETNUT_PASSWORD} (or
   * {@code NETNUT_PASSWORD_FILE}, or {@code NETNUT_PASSWORD_COMMAND}). An id that is set but does
   * not exist fails the build.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.serverId")
  @Nullable String serverId;

  /**
   * The API's base address. If not set: {@code <configuration><apiUrl>} of the {@code <server>},
   * else the environment variable {@code NETNUT_API_URL}, else {@code
   * https://customers-api.netnut.io/v1}. This chooses an address, but does not make it trusted. The
   * plugin sends a secret only to the default, to the address in {@code NETNUT_API_URL}, or to the
   * one in {@code <configuration><apiUrl>} of a {@code <server>} with a complete account in your
   * own settings file, {@code ~/.m2/settings.xml}. This machine is no exception. The path may have
   * letters, digits, and {@code - . _ ~ /}.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.apiUrl")
  @Nullable String apiUrl;

  /**
   * Allows an {@code apiUrl} with plain http on another machine, although everyone on the network
   * path can then read the password.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.allowInsecureHttp", defaultValue = "false")
  boolean allowInsecureHttp;

  /**
   * The name of the property that {@code login} sets to the token. It also sets {@code
   * <name>.expiresAt} (when the token expires, an ISO-8601 instant; not set if that is unknown),
   * {@code <name>.source} (where this build got it: {@code login}, {@code cache} or {@code
   * environment}) and {@code <name>.apiUrl} (the address that it belongs to). With {@code
   * visibility=none} it sets only these three.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.tokenProperty", defaultValue = TokenProperty.DEFAULT)
  String tokenProperty;

  /**
   * The directory where tokens are kept between builds. If not set: {@code netnut-maven-plugin} in
   * the user's cache directory: {@code $XDG_CACHE_HOME} or {@code ~/.cache}, on macOS {@code
   * ~/Library/Caches}, on Windows {@code %LOCALAPPDATA%}.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.cacheDirectory")
  @Nullable File cacheDirectory;

  AccountMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  /** The parameters of this class, checked. */
  final AccountParameters accountParameters() throws AuthException {
    TokenProperty.requireFree(tokenProperty);
    var directory = path("cacheDirectory", cacheDirectory);
    var id = serverId == null ? "" : serverId.strip();
    var url = apiUrl == null || apiUrl.isBlank() ? null : ApiUrl.parse(apiUrl);
    new SecretProperties(build().state())
        .refuse(
            new Reactor(session).typedProperties(),
            session.getCurrentProject().getProperties(),
            tokenProperty);
    return new AccountParameters(id, url, allowInsecureHttp, tokenProperty, directory);
  }
}
