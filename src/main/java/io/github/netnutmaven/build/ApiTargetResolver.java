package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.Environment;
import io.github.netnutmaven.config.ServerAccount;
import io.github.netnutmaven.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Finds whom a goal talks to, as whom, and which addresses a secret may be sent to. */
public final class ApiTargetResolver {
  private static final String DEFAULT_SERVER_ID = "netnut";

  private final MavenSession session;
  private final SettingsDecrypter decrypter;
  private final Environment environment;

  public ApiTargetResolver(
      MavenSession session, SettingsDecrypter decrypter, Environment environment) {
    this.session = session;
    this.decrypter = decrypter;
    this.environment = environment;
  }

  /**
   * The real one: whoever asks has made sure that this build has no sandbox.
   *
   * @param apiUrl the parameter, if it is set
   * @throws UserMistakeException when what is configured is broken
   */
  public ApiTarget find(
      @Nullable String serverId, Optional<ApiUrl> apiUrl, boolean allowInsecureHttp)
      throws UserMistakeException {
    var server = server(serverId);
    var serverUrl = server.isPresent() ? server.get().apiUrl() : Optional.<ApiUrl>empty();
    var environmentUrl = environment.apiUrl();
    var address = ApiAddress.choose(apiUrl, serverUrl, environmentUrl);

    var trusted = new HashMap<String, String>();
    if (environmentUrl.isPresent()) {
      trusted.put(environmentUrl.get().origin(), ApiUrlSource.ENVIRONMENT.toString());
    }
    if (serverUrl.isPresent()
        && server.get().isWhole()
        && isVouchedFor(server.get().apiUrlText())) {
      trusted.put(serverUrl.get().origin(), server.get().toString());
    }

    var source = source(server);
    var email = source.isPresent() ? source.get().email() : "";
    var absence = source.isPresent() ? "" : absence(serverId, server);
    return new ApiTarget(
        address, trusted, allowInsecureHttp, new Account(address.url(), email), source, absence);
  }

  /** A build finds that out once: each of its modules would look at the folders of all of them. */
  private boolean isVouchedFor(String apiUrl) {
    return (boolean)
        BuildState.of(session)
            .computeIfAbsent(
                "vouched for " + apiUrl, key -> SettingsFiles.vouchFor(apiUrl, session));
  }

  /** The sandbox of this build, whatever else is configured. */
  public static ApiTarget sandbox(String baseUrl) throws UserMistakeException {
    var url = ApiUrl.parse(baseUrl);
    return new ApiTarget(
        new ApiAddress(url, ApiUrlSource.SANDBOX),
        Map.of(),
        false,
        new Account(url, Sandbox.EMAIL),
        Optional.of(new SandboxAccount()),
        "");
  }

  /** A {@code <server>} that is half filled is a mistake to report, not one to pass over. */
  private Optional<AccountSource> source(Optional<ServerAccount> server)
      throws UserMistakeException {
    return server.isPresent() && !server.get().isBlank()
        ? Optional.of(server.get())
        : environment.account();
  }

  private Optional<ServerAccount> server(@Nullable String serverId) throws UserMistakeException {
    var id = set(serverId).orElse(DEFAULT_SERVER_ID);
    var server = session.getSettings().getServer(id);
    if (server != null) {
      return Optional.of(new ServerAccount(server, decrypter, SettingsFiles.of(session)));
    }
    if (set(serverId).isPresent()) {
      throw new UserMistakeException(
          "Looked for the account, but there is "
              + noServer(id)
              + ". Add it, with the account's e-mail as <username> and its <password>, or correct"
              + " serverId.");
    }
    return Optional.empty();
  }

  private String absence(@Nullable String serverId, Optional<ServerAccount> server) {
    var id = set(serverId).orElse(DEFAULT_SERVER_ID);
    return "there are no credentials: "
        + server
            .map(s -> "in " + s + ", " + s.whatItLacks())
            .orElseGet(() -> "there is " + noServer(id))
        + ", and NETNUT_EMAIL is not set either";
  }

  private String noServer(String id) {
    return "no <server> '" + SafeText.oneLine(id) + "' in " + SettingsFiles.of(session);
  }

  private static Optional<String> set(@Nullable String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }
}
