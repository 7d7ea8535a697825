package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.BuildTokens;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.auth.TokenSource;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.cache.BuildCache;
import io.github.netnutmaven.config.Environment;
import io.github.netnutmaven.config.ProxyFinder;
import io.github.netnutmaven.http.JwtExpiry;
import io.github.netnutmaven.state.BuildState;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * The build that a goal runs in: what the goal gets from Maven, and the parts of this plugin that
 * are made of it.
 *
 * @param session Maven's session
 * @param goal this run of the goal
 * @param decrypter Maven's own, for passwords of settings
 * @param reader Maven's own, which puts no value in place of <code>${…}</code>
 * @param variables the environment variables of the process, by their names
 * @param timing the goal's time
 * @param info receives what the goal does
 * @param debug receives what only matters to somebody who looks for a cause
 * @param warn receives what the user should act on, and says each thing once in a build
 */
public record Build(
    MavenSession session,
    MojoExecution goal,
    SettingsDecrypter decrypter,
    SettingsReader reader,
    Function<String, @Nullable String> variables,
    SystemTiming timing,
    Consumer<Message> info,
    Consumer<Message> debug,
    Consumer<Message> warn) {
  private static final String STATE = "io.github.netnutmaven";

  /** What this build remembers. */
  public BuildState state() {
    return stateOf(session);
  }

  /** What a build remembers; nothing when a goal first asks. */
  @SuppressWarnings("unchecked") // Only this class writes under this key.
  public static BuildState stateOf(MavenSession session) {
    var data = session.getRepositorySession().getData();
    // computeIfAbsent needs Maven 3.9; this works since 3.6.3, whoever comes first.
    data.set(STATE, null, new ConcurrentHashMap<String, Object>());
    return new BuildState((ConcurrentMap<String, Object>) data.get(STATE));
  }

  /** The tokens and failed logins of this build. */
  public BuildTokens memory() {
    return new BuildTokens(state().logins(), state().tokens());
  }

  /** The account, the token and the address in the environment. */
  public Environment environment() {
    return new Environment(variables);
  }

  /** Whether Maven's daemon, mvnd, runs it: terminal and standard output belong to its client. */
  public boolean isInDaemon() {
    return session.getSystemProperties().stringPropertyNames().stream()
        .anyMatch(name -> name.startsWith("mvnd."));
  }

  /**
   * The settings files that Maven read, for messages: the user's file, even if it does not exist,
   * and the global one if it exists.
   */
  String settingsFiles() {
    var user = session.getRequest().getUserSettingsFile();
    var global = session.getRequest().getGlobalSettingsFile();
    return global != null && global.exists() ? user + " or " + global : String.valueOf(user);
  }

  /**
   * The proxy to a target; null if it is reached directly, as the sandbox is.
   *
   * @throws UserMistakeException if the proxy's configuration is wrong
   */
  public @Nullable HttpProxy proxyTo(ApiTarget target) throws UserMistakeException {
    if (target.isSandbox()) {
      return null;
    }
    // A property that is set by -D overrides a system property, as in Maven itself.
    var properties = new Properties();
    properties.putAll(session.getSystemProperties());
    properties.putAll(session.getUserProperties());
    return new ProxyFinder(
            session.getSettings().getProxies(), decrypter, properties, settingsFiles())
        .proxyTo(target.url());
  }

  /** Where an earlier step may provide a token; that does not count for the sandbox. */
  public TokenSource provided(ApiTarget target) {
    return target.isSandbox() ? TokenSource.NONE : environment();
  }

  /** The tokens for a target. This starts the goal's time, and sends nothing. */
  public TokenService tokens(ApiTarget target, ApiParameters parameters) {
    state().serverIds().add(parameters.account().serverId());
    var earlier = cache(target, parameters);
    var deadline = new Deadline(parameters.timeout(), timing, info);
    return new TokenService(
        new LazyApi(this, target, parameters, deadline),
        earlier,
        memory(),
        token -> JwtExpiry.of(token),
        deadline,
        timing,
        warn);
  }

  /** The tokens of earlier builds; those of the sandbox are not cached. */
  public TokenCache cache(ApiTarget target, ApiParameters parameters) {
    return parameters.whyNotKept() == null && !target.isSandbox()
        ? cacheOnDisk(parameters.account(), warn)
        : TokenCache.none();
  }

  /**
   * The cached tokens, even if new ones are not cached.
   *
   * @param warnings receives what is wrong with the cache
   */
  public TokenCache cacheOnDisk(AccountParameters account, Consumer<Message> warnings) {
    return new BuildCache(
            session.getSystemProperties(), variables, this::isInProject, timing, warnings)
        .in(account.cacheDirectory());
  }

  /** A build finds this out once, because each module would look at the directories of all. */
  private boolean isInProject(Path directory) {
    return state()
        .once(
            "is in the project: " + directory,
            () -> new ProjectDirectories(this).contain(directory));
  }
}
