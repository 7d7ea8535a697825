package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.BuildTokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * What a build remembers between goals: one map in Maven's session data, which all modules and
 * threads of a build share. It holds JDK types only, because a build may run this plugin in two
 * class loaders, and neither knows the other's classes.
 */
public final class BuildState {
  private static final String KEY = "io.github.netnutmaven";
  private static final String VOUCHED_FOR = "vouched for ";
  private static final String ARCHIVED_WITH = "archived with ";
  private static final String SANDBOX_URL = "sandbox url";
  private static final String NO_SANDBOX_BOUND = "no sandbox is bound";
  private static final String NO_SECRET_TYPED = "no secret was typed";

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

  /**
   * Remembers which login writes to a place.
   *
   * @param place a property or a file
   * @param execution the id of the login's execution
   * @return the execution that wrote another account's token there first; null if there is none
   */
  @Nullable String otherWriter(String place, Account account, String execution) {
    var owner = account.url() + " " + account.email();
    var first = (List<?>) facts.putIfAbsent("writer of " + place, List.of(owner, execution));
    return first == null || first.get(0).equals(owner) ? null : String.valueOf(first.get(1));
  }

  /** Whether the settings vouch for the text of an element; null if nobody has found out yet. */
  @Nullable Boolean isVouchedFor(String element, String text) {
    return (Boolean) facts.get(VOUCHED_FOR + element + " " + text);
  }

  void foundVouched(String element, String text, boolean isVouchedFor) {
    facts.put(VOUCHED_FOR + element + " " + text, isVouchedFor);
  }

  /** The directory that a cache is archived with, or empty; null if nobody has found out yet. */
  @Nullable String archivedWith(Path cache) {
    return (String) facts.get(ARCHIVED_WITH + cache);
  }

  void foundArchived(Path cache, String directory) {
    facts.put(ARCHIVED_WITH + cache, directory);
  }

  /** Whether a look at the typed properties found no secret. */
  boolean hasNoTypedSecret() {
    return facts.containsKey(NO_SECRET_TYPED);
  }

  void foundNoTypedSecret() {
    facts.put(NO_SECRET_TYPED, true);
  }

  /** The address of the sandbox that runs; null if none does. */
  public @Nullable String sandboxUrl() {
    return (String) facts.get(SANDBOX_URL);
  }

  void sandboxRunsAt(String url) {
    facts.put(SANDBOX_URL, url);
  }

  void sandboxEnded() {
    facts.remove(SANDBOX_URL);
  }

  /** Whether no POM of this build binds a sandbox. */
  boolean bindsNoSandbox() {
    return facts.containsKey(NO_SANDBOX_BOUND);
  }

  void foundNoBoundSandbox() {
    facts.put(NO_SANDBOX_BOUND, true);
  }

  /** The object that all threads and class loaders of this build lock. */
  Object lock() {
    return facts;
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private Set<String> texts(String name) {
    var key = "texts " + name;
    facts.putIfAbsent(key, ConcurrentHashMap.<String>newKeySet());
    return (Set<String>) facts.get(key);
  }
}
