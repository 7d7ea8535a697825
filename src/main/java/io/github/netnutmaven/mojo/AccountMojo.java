package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.build.ApiTarget;
import io.github.netnutmaven.build.ApiTargetResolver;
import io.github.netnutmaven.build.BuildCache;
import io.github.netnutmaven.build.BuildSandbox;
import io.github.netnutmaven.build.ProcessEnvironment;
import io.github.netnutmaven.build.SecretProperties;
import io.github.netnutmaven.build.TokenProperty;
import io.github.netnutmaven.config.Environment;
import java.io.File;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** What the goals about an account share: which account, and where. */
abstract class AccountMojo extends NetnutMojo {
  /**
   * The id of the {@code <server>} of {@code settings.xml} that has the account: its e-mail as
   * {@code <username>}, and its {@code <password>}. If not set: {@code netnut}; if there is no such
   * {@code <server>}, the account is taken from the environment variables {@code NETNUT_EMAIL} and
   * {@code NETNUT_PASSWORD} (or {@code NETNUT_PASSWORD_FILE}).
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.serverId")
  @Nullable String serverId;

  /**
   * The API's base address. If not set: {@code <configuration><apiUrl>} of the {@code <server>},
   * else the environment variable {@code NETNUT_API_URL}, else {@code
   * https://customers-api.netnut.io/v1}. This chooses an address, and does not make it trusted. A
   * secret is sent only to the default, to this machine, to the host in {@code NETNUT_API_URL}, or
   * to the host in {@code <configuration><apiUrl>} of a {@code <server>} that has the whole
   * account, if no settings file lies inside the project.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.apiUrl")
  @Nullable String apiUrl;

  /**
   * Allows an {@code apiUrl} with plain http on another machine, although everybody on the way can
   * then read the password.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.allowInsecureHttp", defaultValue = "false")
  boolean allowInsecureHttp;

  /**
   * The name of the property that {@code login} puts the token into. Beside it are {@code
   * <name>.expiresAt} (when it ends, if that is known, an ISO-8601 instant), {@code <name>.source}
   * (where this build had it from: {@code login}, {@code cache} or {@code environment}) and {@code
   * <name>.apiUrl} (the address that it belongs to).
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.tokenProperty", defaultValue = TokenProperty.DEFAULT)
  String tokenProperty;

  /**
   * The folder where tokens are kept between builds. If not set: {@code netnut-maven-plugin} in the
   * user's cache folder: {@code $XDG_CACHE_HOME} or {@code ~/.cache}, on macOS {@code
   * ~/Library/Caches}, on Windows {@code %LOCALAPPDATA%}.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.cacheDirectory")
  @Nullable File cacheDirectory;

  /** This run of the goal. A field, for it exists only while the goal runs. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  /** The environment of the process. */
  Function<String, @Nullable String> variables = new ProcessEnvironment();

  final SettingsDecrypter decrypter;

  AccountMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session);
    this.decrypter = decrypter;
  }

  @Override
  void run() throws AuthException {
    TokenProperty.requireFree(tokenProperty);
    var url = apiUrl == null || apiUrl.isBlank() ? null : ApiUrl.parse(apiUrl);
    new SecretProperties(session).refuse(tokenProperty);
    run(Optional.ofNullable(url));
  }

  /**
   * Does what the goal is for. It checks all its parameters before it decides, reads, sends or
   * writes anything.
   *
   * @param url the parameter {@code apiUrl}, if it is set
   */
  abstract void run(Optional<ApiUrl> url) throws AuthException;

  /** Whom this goal is about. */
  final ApiTarget target(Optional<ApiUrl> url) throws AuthException {
    var sandbox = sandbox();
    if (sandbox.isPresent()) {
      return ApiTargetResolver.sandbox(sandbox.get());
    }
    return new ApiTargetResolver(session, decrypter, environment())
        .find(serverId, url, allowInsecureHttp);
  }

  /** What the environment has for us. */
  final Environment environment() {
    return new Environment(variables);
  }

  /** The folder with the tokens of earlier builds, whether new ones are kept or not. */
  final TokenCache cacheOnDisk(Timing timing) {
    return new BuildCache(session, variables, timing, warnings).in(cacheDirectory);
  }

  /** The token from an earlier step; in a build with a sandbox only its own counts. */
  final Optional<ProvidedToken> providedToken() throws AuthException {
    return sandbox().isPresent() ? Optional.empty() : environment().token();
  }

  /** The address of this build's sandbox, if the build has one. */
  private Optional<String> sandbox() throws AuthException {
    return new BuildSandbox(session).find(execution);
  }
}
