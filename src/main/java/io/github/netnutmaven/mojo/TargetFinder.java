package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.ServerText;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.settings.Environment;
import io.github.netnutmaven.settings.ServerAccount;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Finds whom a goal talks to, and as whom, and refuses an address that is not to be trusted. */
final class TargetFinder {
  private static final String DEFAULT_SERVER_ID = "netnut";

  private final MavenSession session;
  private final SettingsDecrypter decrypter;
  private final Environment environment;

  TargetFinder(MavenSession session, SettingsDecrypter decrypter, Environment environment) {
    this.session = session;
    this.decrypter = decrypter;
    this.environment = environment;
  }

  /**
   * While a sandbox runs, it is the sandbox, whatever else is configured.
   *
   * @param lastResort where credentials come from when none are configured
   * @throws UserMistakeException when what is configured is broken, its address is not to be
   *     trusted, or this build's sandbox has ended
   */
  Target find(
      @Nullable String serverId,
      @Nullable String apiUrl,
      boolean allowInsecureHttp,
      Optional<AccountSource> lastResort)
      throws UserMistakeException {
    var sandbox = new BuildSandbox(session);
    var sandboxUrl = sandbox.url();
    if (sandboxUrl.isPresent()) {
      return sandbox(ApiUrl.parse(sandboxUrl.get()));
    }
    sandbox.requireNotEnded();

    var server = server(serverId);
    var parameter = set(apiUrl);
    boolean typed = parameter.isPresent() && isTyped(parameter.get());
    var serverUrl = server.isPresent() ? server.get().apiUrl() : Optional.<String>empty();
    var address = ApiAddress.choose(parameter, typed, serverUrl, environment.apiUrl());
    var trusted = new HashMap<String, String>();
    trust(trusted, environment.apiUrl(), ApiUrlSource.ENVIRONMENT.toString());
    if (typed) {
      trusted.put(address.url().origin(), ApiUrlSource.COMMAND_LINE.toString());
    }
    if (server.isPresent() && server.get().isWhole()) {
      trust(trusted, serverUrl, server.get().toString());
    }
    var trust = address.requireSafe(trusted, allowInsecureHttp);

    var configured = source(server);
    var source = configured.isPresent() ? configured : lastResort;
    var email = source.isPresent() ? source.get().email() : "";
    var absence = source.isPresent() ? "" : absence(serverId, server);
    return new Target(address, trust, new Account(address.url(), email), source, absence);
  }

  private static Target sandbox(ApiUrl url) {
    return new Target(
        new ApiAddress(url, ApiUrlSource.SANDBOX),
        "this machine",
        new Account(url, Sandbox.EMAIL),
        Optional.of(new SandboxAccount()),
        "");
  }

  /** A {@code <server>} that is half filled is a mistake to tell of, not one to pass over. */
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
    return "no <server> '" + ServerText.oneLine(id) + "' in " + SettingsFiles.of(session);
  }

  /** A build finds that out once: each of its modules would read the project's files again. */
  private boolean isTyped(String apiUrl) throws UserMistakeException {
    var typed = BuildData.texts(session, "typed apiUrl");
    try {
      if (!typed.contains(apiUrl) && new CommandLine(session).has("netnut.apiUrl", apiUrl)) {
        typed.add(apiUrl);
      }
      return typed.contains(apiUrl);
    } catch (IOException e) {
      throw new UserMistakeException(
          "Looked into the project's .mvn folder for who set apiUrl, but it cannot be read. Check"
              + " its permissions.");
    }
  }

  private static Optional<String> set(@Nullable String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  private static void trust(Map<String, String> trusted, Optional<String> url, String namedIn)
      throws UserMistakeException {
    if (url.isPresent()) {
      trusted.put(ApiUrl.parse(url.get()).origin(), namedIn);
    }
  }
}
