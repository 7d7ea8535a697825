package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.ServerText;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.settings.ServerAccount;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Finds whom a goal talks to, and as whom, and refuses an address that is not to be trusted. */
final class TargetFinder {
  private static final String DEFAULT_SERVER_ID = "netnut";

  private final MavenSession session;
  private final SettingsDecrypter decrypter;

  TargetFinder(MavenSession session, SettingsDecrypter decrypter) {
    this.session = session;
    this.decrypter = decrypter;
  }

  /**
   * While a sandbox runs, it is the sandbox, whatever else is configured.
   *
   * @throws UserMistakeException when there is no such account, its address is not to be trusted,
   *     or this build's sandbox has ended
   */
  Target find(@Nullable String serverId, @Nullable String apiUrl, boolean allowInsecureHttp)
      throws UserMistakeException {
    var sandbox = new BuildSandbox(session);
    var sandboxUrl = sandbox.url();
    if (sandboxUrl.isPresent()) {
      return sandbox(ApiUrl.parse(sandboxUrl.get()));
    }
    sandbox.requireNotEnded();

    var id = set(serverId).orElse(DEFAULT_SERVER_ID);
    var server = server(id);
    var serverUrl = server.flatMap(ServerAccount::apiUrl);
    var environmentUrl = environment("NETNUT_API_URL");
    var parameter = set(apiUrl);
    boolean typed = parameter.isPresent() && isTyped(parameter.get());
    var address = ApiAddress.choose(parameter, typed, serverUrl, environmentUrl);
    var trusted = new HashSet<String>();
    addOrigin(trusted, environmentUrl);
    if (server.filter(ServerAccount::isWhole).isPresent()) {
      addOrigin(trusted, serverUrl);
    }
    address.requireSafe(trusted, allowInsecureHttp);

    var account = server.orElseThrow(() -> noServer(id));
    return new Target(
        address,
        new Account(address.url(), account.email()),
        account::credentials,
        account.toString());
  }

  private boolean isTyped(String apiUrl) throws UserMistakeException {
    try {
      return new CommandLine(session).has("netnut.apiUrl", apiUrl);
    } catch (IOException e) {
      throw new UserMistakeException(
          "Looked into the project's .mvn folder for who set apiUrl, but it cannot be read. Check"
              + " its permissions.");
    }
  }

  private static Target sandbox(ApiUrl url) {
    var found = "the sandbox";
    return new Target(
        new ApiAddress(url, ApiUrlSource.SANDBOX),
        new Account(url, Sandbox.EMAIL),
        () -> new Credentials(Sandbox.EMAIL, Sandbox.PASSWORD, found),
        found);
  }

  private Optional<ServerAccount> server(String id) {
    return Optional.ofNullable(session.getSettings().getServer(id))
        .map(server -> new ServerAccount(server, decrypter, settingsFiles()));
  }

  private UserMistakeException noServer(String id) {
    return new UserMistakeException(
        "Looked for the account, but there is no <server> '"
            + ServerText.oneLine(id)
            + "' in "
            + settingsFiles()
            + ". Add it, with the account's e-mail as <username> and its <password>.");
  }

  private String settingsFiles() {
    return SettingsFiles.of(session);
  }

  private Optional<String> environment(String name) {
    return set(session.getSystemProperties().getProperty("env." + name));
  }

  private static Optional<String> set(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static void addOrigin(Set<String> trusted, Optional<String> url)
      throws UserMistakeException {
    if (url.isPresent()) {
      trusted.add(ApiUrl.parse(url.get()).origin());
    }
  }
}
