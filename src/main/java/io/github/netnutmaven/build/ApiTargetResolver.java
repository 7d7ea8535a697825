package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.Environment;
import io.github.netnutmaven.config.OwnSettings;
import io.github.netnutmaven.config.ServerAccount;
import io.github.netnutmaven.sandbox.Sandbox;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/** Finds the API and the account that a goal uses, and whether a secret may be sent to that API. */
public final class ApiTargetResolver {
  private static final String DEFAULT_SERVER_ID = "netnut";

  private final MavenSession session;
  private final SettingsDecrypter decrypter;
  private final SettingsReader reader;
  private final Environment environment;

  /** Looks for nothing yet. */
  public ApiTargetResolver(
      MavenSession session,
      SettingsDecrypter decrypter,
      SettingsReader reader,
      Environment environment) {
    this.session = session;
    this.decrypter = decrypter;
    this.reader = reader;
    this.environment = environment;
  }

  /** The sandbox of this build, whatever else is configured. */
  public static ApiTarget sandbox(String baseUrl) throws UserMistakeException {
    var url = ApiUrl.parse(baseUrl);
    return new ApiTarget(
        new ApiAddress(url, ApiUrlSource.SANDBOX, "it is this build's own"),
        false,
        new Account(url, Sandbox.EMAIL),
        new SandboxAccount(),
        null);
  }

  /**
   * The API of a build without a sandbox.
   *
   * @param serverId the parameter, if it is set
   * @param apiUrl the parameter, if it is set
   * @throws UserMistakeException when the configuration is wrong
   */
  public ApiTarget find(
      @Nullable String serverId, @Nullable ApiUrl apiUrl, boolean allowInsecureHttp)
      throws UserMistakeException {
    var id = id(serverId);
    var server = server(id);
    if (server == null && serverId != null && !serverId.isBlank()) {
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
    var address = address(apiUrl, server);
    // An incomplete <server> is a mistake to report, and the environment does not replace it.
    var source = server != null && !server.isBlank() ? server : environment.account().orElse(null);
    return new ApiTarget(
        address,
        allowInsecureHttp,
        new Account(address.url(), source == null ? null : source.email()),
        source,
        source == null ? absence(id, server) : null);
  }

  /**
   * Where an account is configured, for a build that does not use it; null if none is.
   *
   * @param serverId the parameter, if it is set
   */
  public @Nullable String configured(@Nullable String serverId) {
    var server = server(id(serverId));
    if (server != null && !server.isBlank()) {
      return server.toString();
    }
    return environment.hasAccount() ? "NETNUT_EMAIL" : null;
  }

  /** The first address that is set; else the default. */
  private ApiAddress address(@Nullable ApiUrl parameter, @Nullable ServerAccount server)
      throws UserMistakeException {
    var inServer = server == null ? null : server.apiUrl().orElse(null);
    var inEnvironment = environment.apiUrl().orElse(null);
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
        && server.isWhole()
        && isVouchedFor(server, "apiUrl")) {
      trust = Message.of("named in {}", server).toString();
    }
    return new ApiAddress(url, source, trust);
  }

  private boolean isVouchedFor(ServerAccount server, String element) {
    var request = session.getRequest();
    var core = MavenSession.class.getProtectionDomain().getCodeSource().getLocation();
    return new OwnSettings(reader, environment.home().map(Path::toFile).orElse(null), core)
        .vouchFor(server, element, request.getUserSettingsFile(), request.getGlobalSettingsFile());
  }

  private @Nullable ServerAccount server(String id) {
    var server = session.getSettings().getServer(id);
    return server == null
        ? null
        : new ServerAccount(server, decrypter, SettingsFiles.of(session), environment);
  }

  private Message absence(String id, @Nullable ServerAccount server) {
    var missing =
        server == null
            ? Message.of("there is {}", noServer(id))
            : Message.of("in {}, {}", server, server.whatItLacks());
    return Message.of("there are no credentials: {}, and NETNUT_EMAIL is not set either", missing);
  }

  private static String id(@Nullable String serverId) {
    return serverId == null || serverId.isBlank() ? DEFAULT_SERVER_ID : serverId.strip();
  }

  private Message noServer(String id) {
    var files = SettingsFiles.of(session);
    for (var other : session.getSettings().getServers()) {
      if (id.equalsIgnoreCase(other.getId())) {
        return Message.of(
            "no <server> '{}' in {}; there is '{}': case counts", id, files, other.getId());
      }
    }
    return Message.of("no <server> '{}' in {}", id, files);
  }
}
