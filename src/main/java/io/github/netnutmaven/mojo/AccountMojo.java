package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenSource;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.ApiTarget;
import io.github.netnutmaven.build.ApiTargetResolver;
import io.github.netnutmaven.build.BuildCache;
import io.github.netnutmaven.build.BuildSandbox;
import io.github.netnutmaven.build.ProcessEnvironment;
import io.github.netnutmaven.build.PromptedAccount;
import io.github.netnutmaven.build.SecretProperties;
import io.github.netnutmaven.build.SystemTiming;
import io.github.netnutmaven.build.TokenProperty;
import io.github.netnutmaven.config.Environment;
import java.io.File;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/** What goals for an account share: which account, and the API's address. */
abstract class AccountMojo extends NetnutMojo {
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

  /** The environment of the process. */
  Function<String, @Nullable String> variables = new ProcessEnvironment();

  final SettingsDecrypter decrypter;
  final SettingsReader reader;
  final SystemTiming timing = new SystemTiming();

  AccountMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session);
    this.decrypter = decrypter;
    this.reader = reader;
  }

  @Override
  void run() throws AuthException {
    TokenProperty.requireFree(tokenProperty);
    path("cacheDirectory", cacheDirectory);
    var url = apiUrl == null || apiUrl.isBlank() ? null : ApiUrl.parse(apiUrl);
    new SecretProperties(session).refuse(tokenProperty);
    run(url);
  }

  /**
   * Does what the goal is for. It checks all its parameters before it decides, reads, sends or
   * writes anything.
   *
   * @param url the parameter {@code apiUrl}, if it is set
   */
  abstract void run(@Nullable ApiUrl url) throws AuthException;

  /** The API and the account of this goal: those of the sandbox, if the build has one. */
  final ApiTarget target(@Nullable ApiUrl url) throws AuthException {
    return target(url, serverId);
  }

  /** The same with the account of another server. */
  final ApiTarget target(@Nullable ApiUrl url, @Nullable String id) throws AuthException {
    var resolver = new ApiTargetResolver(session, decrypter, reader, environment());
    var sandbox = new BuildSandbox(session, warnings).find(execution);
    if (sandbox == null) {
      return resolver.find(id, url, allowInsecureHttp);
    }
    var unused = resolver.configured(id);
    if (unused != null) {
      warnings.accept(
          Message.of(
              "This build uses the sandbox, not the account that is configured ({}), so it does not"
                  + " show whether the real API works. To use the account, add"
                  + " -Dnetnut.sandbox.skip.",
              unused));
    }
    return ApiTargetResolver.sandbox(sandbox);
  }

  /** The account's credentials, or else the person at the terminal; null if there is neither. */
  final @Nullable AccountSource source(ApiTarget target) throws AuthException {
    boolean isEnough = target.source() != null || session.isOffline();
    var person = isEnough ? null : PromptedAccount.of(session, execution, target.address(), timing);
    return person != null && environment().token().isEmpty() ? person : target.source();
  }

  final Environment environment() {
    return new Environment(variables);
  }

  /** Where an earlier step may provide a token; that does not count for the sandbox. */
  final TokenSource provided(ApiTarget target) {
    return target.isSandbox() ? TokenSource.NONE : environment();
  }

  /** The cached tokens, even if new ones are not cached. */
  final TokenCache cacheOnDisk(Consumer<Message> warn) throws UserMistakeException {
    return new BuildCache(session, variables, timing, warn)
        .in(path("cacheDirectory", cacheDirectory));
  }
}
