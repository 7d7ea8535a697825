package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.Environment;
import io.github.netnutmaven.config.ServerAccount;
import io.github.netnutmaven.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API and the account that a goal uses, and the addresses that a secret may be sent to.
 */
public final class ApiTargetResolver {
  private static final String DEFAULT_SERVER_ID = "netnut";

  private final MavenSession session;
  private final SettingsDecrypter decrypter;
  private final Environment environment;

  /** Looks for nothing yet. */
  public ApiTargetResolver(
      MavenSession session, SettingsDecrypter decrypter, Environment environment) {
    this.session = session;
    this.decrypter = decrypter;
    this.environment = environment;
  }

  /** The sandbox of this build, whatever else is configured. */
  public static ApiTarget sandbox(String baseUrl) throws UserMistakeException {
    var url = ApiUrl.parse(baseUrl);
    return new ApiTarget(
        new ApiAddress(url, ApiUrlSource.SANDBOX),
        Map.of(),
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
    var chosen = serverId == null ? "" : serverId.strip();
    var id = chosen.isEmpty() ? DEFAULT_SERVER_ID : chosen;
    var server = server(id);
    if (server == null && !chosen.isEmpty()) {
      throw new UserMistakeException(
          "Looked for the account, but there is {}. Add it, with the account's e-mail as <username>"
              + " and its <password>, or correct serverId.",
          noServer(id));
    }
    if (server != null && server.runsCommand() && !isVouchedFor(server, "passwordCommand")) {
      throw new UserMistakeException(
          "Looked at the <passwordCommand> of {}, but a project may have written it, so it was not"
              + " run. Write it on one line, without ${…}, into a settings.xml that is not inside"
              + " the project, or use NETNUT_PASSWORD_COMMAND.",
          server);
    }
    var serverUrl = server == null ? null : server.apiUrl().orElse(null);
    var environmentUrl = environment.apiUrl().orElse(null);
    var trusted = new HashMap<String, String>();
    if (environmentUrl != null) {
      trusted.put(environmentUrl.origin(), ApiUrlSource.ENVIRONMENT.toString());
    }
    if (server != null && serverUrl != null && server.isWhole() && isVouchedFor(server, "apiUrl")) {
      trusted.put(serverUrl.origin(), server.toString());
    }
    var address = ApiAddress.choose(apiUrl, serverUrl, environmentUrl);
    // An incomplete <server> is a mistake to report, and the environment does not replace it.
    var source = server != null && !server.isBlank() ? server : environment.account().orElse(null);
    return new ApiTarget(
        address,
        trusted,
        allowInsecureHttp,
        new Account(address.url(), source == null ? null : source.email()),
        source,
        source == null ? absence(id, server) : null);
  }

  /** A build finds this out once, because each module would look at the directories of all. */
  private boolean isVouchedFor(ServerAccount server, String element) {
    var known = BuildState.of(session).vouchedFor();
    var text = server.configured(element);
    var key = element + " " + text;
    var isVouchedFor = known.get(key);
    if (isVouchedFor == null) {
      isVouchedFor = SettingsFiles.vouchFor(element, text, session);
      known.put(key, isVouchedFor);
    }
    return isVouchedFor;
  }

  private @Nullable ServerAccount server(String id) {
    var server = session.getSettings().getServer(id);
    return server == null ? null : new ServerAccount(server, decrypter, SettingsFiles.of(session));
  }

  private Message absence(String id, @Nullable ServerAccount server) {
    var missing =
        server == null
            ? Message.of("there is {}", noServer(id))
            : Message.of("in {}, {}", server, server.whatItLacks());
    return Message.of("there are no credentials: {}, and NETNUT_EMAIL is not set either", missing);
  }

  private Message noServer(String id) {
    return Message.of("no <server> '{}' in {}", id, SettingsFiles.of(session));
  }
}
