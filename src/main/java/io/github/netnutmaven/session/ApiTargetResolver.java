package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.OwnSettings;
import io.github.netnutmaven.config.ServerAccount;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.sandbox.SandboxAccount;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Finds the API and the account that a goal uses, and whether a secret may be sent to that API. */
public final class ApiTargetResolver {
  private static final String DEFAULT_SERVER_ID = "netnut";

  private final Build build;

  /** For one goal. */
  public ApiTargetResolver(Build build) {
    this.build = build;
  }

  /**
   * The API and the account: those of the sandbox, if the build has one, whatever else is
   * configured.
   *
   * @throws UserMistakeException when the configuration is wrong
   */
  public ApiTarget target(AccountParameters account) throws AuthException {
    var sandbox = new BuildSandbox(build).find();
    if (sandbox == null) {
      return configuredTarget(account);
    }
    var unused = configuredAccount(id(account));
    if (unused != null) {
      build
          .warn()
          .accept(
              Message.of(
                  "This build uses the sandbox, not the account that is configured ({}), so it does"
                      + " not show whether the real API works. To use the account, add"
                      + " -Dnetnut.sandbox.skip.",
                  unused));
    }
    var url = ApiUrl.parse(sandbox);
    return new ApiTarget(
        new ApiAddress(url, ApiUrlSource.SANDBOX, "it is this build's own"),
        false,
        new Account(url, Sandbox.EMAIL),
        new SandboxAccount(),
        null);
  }

  /** Where an account is configured, for a build that does not use it; null if none is. */
  private @Nullable String configuredAccount(String id) {
    var server = server(id);
    if (server != null && !server.isBlank()) {
      return server.toString();
    }
    return build.environment().hasAccount() ? "NETNUT_EMAIL" : null;
  }

  private ApiTarget configuredTarget(AccountParameters account) throws UserMistakeException {
    var id = id(account);
    var server = server(id);
    if (server == null && !account.serverId().isEmpty()) {
      throw new UserMistakeException(
          "Looked for the account, but there is {}. Add it, with the account's e-mail as <username>"
              + " and its <password>, or correct serverId.",
          noServer(id));
    }
    if (server != null && server.runsCommand() && !isVouchedFor(server, "passwordCommand")) {
      throw new UserMistakeException(
          "Looked at the <passwordCommand> of {}, but a project may have written it, so it was not"
              + " run. Write it into your own settings file, .m2/settings.xml in your home directory,"
              + " without ${…}, and run Maven without another -s or -gs; or use"
              + " NETNUT_PASSWORD_COMMAND.",
          server);
    }
    var address = address(account.apiUrl(), server);
    // An incomplete <server> is a mistake to report, and the environment does not replace it.
    var source =
        server != null && !server.isBlank() ? server : build.environment().account().orElse(null);
    return new ApiTarget(
        address,
        account.allowInsecureHttp(),
        new Account(address.url(), source == null ? null : source.email()),
        source,
        source == null ? missingReason(id, server) : null);
  }

  /** The first address that is set; else the default. */
  private ApiAddress address(@Nullable ApiUrl parameter, @Nullable ServerAccount server)
      throws UserMistakeException {
    var inServer = server == null ? null : server.apiUrl().orElse(null);
    var inEnvironment = build.environment().apiUrl().orElse(null);
    var url = parameter;
    var source = ApiUrlSource.PARAMETER;
    if (url == null) {
      url = inServer;
      source = ApiUrlSource.SERVER;
    }
    if (url == null) {
      url = inEnvironment;
      source = ApiUrlSource.ENVIRONMENT;
    }
    if (url == null) {
      url = ApiUrl.DEFAULT;
      source = ApiUrlSource.DEFAULT;
    }
    String trust = null;
    if (url.equals(ApiUrl.DEFAULT)) {
      trust = "it is the service itself";
    } else if (url.equals(inEnvironment)) {
      trust = "named in NETNUT_API_URL";
    } else if (server != null
        && url.equals(inServer)
        && server.isComplete()
        && isVouchedFor(server, "apiUrl")) {
      trust = Message.of("named in {}", server).toString();
    }
    return new ApiAddress(url, source, trust);
  }

  private boolean isVouchedFor(ServerAccount server, String element) {
    var request = build.session().getRequest();
    var core = MavenSession.class.getProtectionDomain().getCodeSource().getLocation();
    return new OwnSettings(
            build.reader(), build.environment().home().map(Path::toFile).orElse(null), core)
        .vouchFor(server, element, request.getUserSettingsFile(), request.getGlobalSettingsFile());
  }

  private @Nullable ServerAccount server(String id) {
    var server = build.session().getSettings().getServer(id);
    return server == null
        ? null
        : new ServerAccount(server, build.decrypter(), build.settingsFiles(), build.environment());
  }

  private Message missingReason(String id, @Nullable ServerAccount server) {
    var missing =
        server == null
            ? Message.of("there is {}", noServer(id))
            : Message.of("in {}, {}", server, server.missingFields());
    return Message.of("there are no credentials: {}, and NETNUT_EMAIL is not set either", missing);
  }

  private static String id(AccountParameters account) {
    return account.serverId().isEmpty() ? DEFAULT_SERVER_ID : account.serverId();
  }

  private Message noServer(String id) {
    var files = build.settingsFiles();
    for (var other : build.session().getSettings().getServers()) {
      if (id.equalsIgnoreCase(other.getId())) {
        return Message.of(
            "no <server> '{}' in {}; there is '{}': case counts", id, files, other.getId());
      }
    }
    return Message.of("no <server> '{}' in {}", id, files);
  }
}
