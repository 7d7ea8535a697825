package io.github.netnutmaven.state;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What a build remembers between goals. It holds JDK types only, because a build may run this
 * plugin in two class loaders, and neither knows the other's classes.
 */
public final class BuildState {
  private static final String SANDBOX_URL = "sandbox url";

  private final ConcurrentMap<String, Object> facts;

  /**
   * @param facts the build's map, shared by all its modules and threads; only this class writes it
   */
  public BuildState(ConcurrentMap<String, Object> facts) {
    this.facts = facts;
  }

  /** Finds something out. */
  @FunctionalInterface
  public interface Question<T, X extends Exception> {
    /** Finds it out. */
    T answer() throws X;
  }

  /**
   * The answer to a question that a build asks once, because it is the same for every module. After
   * an exception the next module asks again.
   *
   * @param name a name that no other fact has
   * @param question its answer has a type of the JDK
   */
  @SuppressWarnings("unchecked") // Only this class writes the map, and a name has one type.
  public <T, X extends Exception> T once(String name, Question<T, X> question) throws X {
    var answer = facts.get(name);
    if (answer == null) {
      synchronized (facts) {
        answer = facts.get(name);
        if (answer == null) {
          answer = question.answer();
          facts.put(name, answer);
        }
      }
    }
    return (T) answer;
  }

  /** For each account, its login: a token, or why there is none. */
  public ConcurrentMap<String, CompletableFuture<Map<String, String>>> logins() {
    return map("logins");
  }

  /** For each account, every token that this build has had, expired and forgotten ones included. */
  public ConcurrentMap<String, Set<String>> tokens() {
    return map("tokens");
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

  /** The tokens in them, each by its file's path and its variable, if it is in one. */
  public ConcurrentMap<List<String>, String> tokensInFiles() {
    return map("tokens in files");
  }

  /** The tokens that the CI server was asked to mask. */
  public Set<String> maskedTokens() {
    return texts("masked tokens");
  }

  /** The tokens that are or were in a property. */
  public Set<String> exposedTokens() {
    return texts("exposed tokens");
  }

  /** The tokens that every module has in this property. */
  public Set<String> tokensInEveryModule(String property) {
    return texts("tokens in every module's " + property);
  }

  /** The properties that hold a token. */
  public Set<String> tokenProperties() {
    return texts("token properties");
  }

  /** The tokens whose values this property hides. */
  public Set<String> hiddenTokens(String property) {
    return texts("tokens hidden by " + property);
  }

  /** The ids of the servers that this build took accounts from; empty for the default one. */
  public Set<String> serverIds() {
    return texts("server ids");
  }

  /** For each property or file, the account and the execution of the login that wrote it first. */
  public ConcurrentMap<String, List<String>> writers() {
    return map("writers");
  }

  /** The address of the sandbox that runs; null if none does. */
  public @Nullable String sandboxUrl() {
    return (String) facts.get(SANDBOX_URL);
  }

  /** Remembers the address of the sandbox; null when it ends. */
  public void sandboxUrl(@Nullable String url) {
    facts.compute(SANDBOX_URL, (key, before) -> url);
  }

  /** The directories whose files are the sandbox's responses to other calls. */
  public Set<String> sandboxResponses() {
    return texts("sandbox responses");
  }

  /** For each module that was searched, the goals that have run in it since. */
  public ConcurrentMap<String, List<String>> laterGoals() {
    return map("later goals");
  }

  /** For each of these modules, what to do when it ends. */
  public ConcurrentMap<String, Runnable> endsOfModules() {
    return map("ends of modules");
  }

  /** The object that all threads and class loaders of this build lock. */
  public Object lock() {
    return facts;
  }

  private Set<String> texts(String name) {
    return fact(name, ConcurrentHashMap.newKeySet());
  }

  private <K, T> ConcurrentMap<K, T> map(String name) {
    return fact(name, new ConcurrentHashMap<>());
  }

  @SuppressWarnings("unchecked") // Only this class writes the map, and a name has one type.
  private <T> T fact(String name, T initial) {
    var known = facts.putIfAbsent(name, initial);
    return known == null ? initial : (T) known;
  }
}
