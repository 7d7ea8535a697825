package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.BuildTokens;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * What a build remembers between goals, in Maven's session data. It holds JDK types only, because a
 * build may run this plugin in two class loaders, and neither knows the other's classes.
 */
public final class BuildState {
  private static final String KEY = "io.github.netnutmaven";
  private static final String SANDBOX_URL = "sandbox url";
  private final ConcurrentMap<String, Object> facts;

  private BuildState(ConcurrentMap<String, Object> facts) {
    this.facts = facts;
  }

  /** The state of this build; empty when a goal first asks. */
  @SuppressWarnings("unchecked") // Only this class writes under this key.
  public static BuildState of(MavenSession session) {
    var data = session.getRepositorySession().getData();
    // computeIfAbsent needs Maven 3.9; this works since 3.6.3, whoever comes first.
    data.set(KEY, null, new ConcurrentHashMap<String, Object>());
    return new BuildState((ConcurrentMap<String, Object>) data.get(KEY));
  }

  /** Its tokens and failed logins. */
  public BuildTokens tokens() {
    return new BuildTokens(facts);
  }

  /** The passwords that this build logged in with, or tried to, without the sandbox's. */
  public Set<String> passwords() {
    return texts("passwords");
  }

  /** Messages that were logged and are not repeated. */
  public Set<String> messages() {
    return texts("messages");
  }

  /** The files that {@code login} wrote, as absolute paths. */
  public Set<String> writtenFiles() {
    return texts("written files");
  }

  /** The variables that {@code login} wrote to an env file; none for other files. */
  Set<String> variablesIn(String file) {
    return texts("variables in " + file);
  }

  /** The token in a file, or in a variable of one, if this build wrote one there. */
  Set<String> tokensIn(String place) {
    return texts("tokens in " + place);
  }

  /** The tokens that the CI server was asked to mask. */
  Set<String> maskedTokens() {
    return texts("masked tokens");
  }

  /** The tokens that are or were in a property. */
  Set<String> exposedTokens() {
    return texts("exposed tokens");
  }

  /** The tokens that every module has in this property. */
  Set<String> tokensInEveryModule(String property) {
    return texts("tokens in every module's " + property);
  }

  /** The properties that hold a token. */
  Set<String> tokenProperties() {
    return texts("token properties");
  }

  /** The tokens whose values this property hides. */
  Set<String> hiddenTokens(String property) {
    return texts("tokens hidden by " + property);
  }

  /** The ids of the servers that this build took accounts from; empty for the default one. */
  public Set<String> serverIds() {
    return texts("server ids");
  }

  /** For each property or file, the account and the execution of the login that wrote it first. */
  ConcurrentMap<String, List<String>> writers() {
    return map("writers");
  }

  /** Whether a cache is inside the project, as far as somebody has found out. */
  ConcurrentMap<String, Boolean> cachesInProject() {
    return map("caches in the project");
  }

  /** Whether the typed properties were compared with the parameters. */
  AtomicBoolean hasComparedProperties() {
    return flag("typed properties were compared");
  }

  /** Whether a look at the typed properties found no secret. */
  AtomicBoolean hasNoTypedSecret() {
    return flag("no secret was typed");
  }

  /** The address of the sandbox that runs; null if none does. */
  public @Nullable String sandboxUrl() {
    return (String) facts.get(SANDBOX_URL);
  }

  /** Remembers the address of the sandbox; null when it ends. */
  void sandboxUrl(@Nullable String url) {
    facts.compute(SANDBOX_URL, (key, before) -> url);
  }

  /** For each module that was searched, the goals that have run in it since. */
  ConcurrentMap<String, List<String>> laterGoals() {
    return map("later goals");
  }

  /** For each of these modules, what to do when it ends. */
  ConcurrentMap<String, Runnable> endsOfModules() {
    return map("ends of modules");
  }

  /** Whether somebody listens to the goals that run. */
  AtomicBoolean watchesGoals() {
    return flag("goals are watched");
  }

  /** The directories whose files are the sandbox's responses to other calls. */
  Set<String> sandboxResponses() {
    return texts("sandbox responses");
  }

  /** Whether no POM of this build binds a sandbox. */
  AtomicBoolean bindsNoSandbox() {
    return flag("no sandbox is bound");
  }

  /** The object that all threads and class loaders of this build lock. */
  public Object lock() {
    return facts;
  }

  private AtomicBoolean flag(String name) {
    facts.putIfAbsent(name, new AtomicBoolean());
    return (AtomicBoolean) facts.get(name);
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private Set<String> texts(String name) {
    facts.putIfAbsent(name, ConcurrentHashMap.<String>newKeySet());
    return (Set<String>) facts.get(name);
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private <T> ConcurrentMap<String, T> map(String name) {
    facts.putIfAbsent(name, new ConcurrentHashMap<String, T>());
    return (ConcurrentMap<String, T>) facts.get(name);
  }
}
