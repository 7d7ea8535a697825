package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.output.TokenProperties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** The token's property in the modules of this build. */
public final class TokenProperty {
  /** The default of the parameter {@code tokenProperty}. */
  public static final String DEFAULT = "netnut.token";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  /** Names that Maven or Java uses. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "basedir|(?:java|os|user|file|path|line|sun|jdk|maven|project|pom|session|settings|env)"
              + "(?:\\..*)?");

  private final MavenSession session;
  private final BuildState state;
  private final String name;
  private final TokenProperties properties;

  /**
   * Sets nothing yet.
   *
   * @param name {@linkplain #requireFree free} to use
   */
  public TokenProperty(MavenSession session, String name, Consumer<Message> warn) {
    this.session = session;
    this.state = BuildState.of(session);
    this.name = name;
    this.properties =
        new TokenProperties(name, state.exposedTokens(), state.hiddenTokens(name), warn);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /**
   * Sets it in every module that may be written, or in this goal's alone. Later goals may write no
   * other modules except their own, so the full pass runs once.
   *
   * @param isHidden whether the token stays out, and only what is known about it is set
   * @return whether another property of this name keeps the token from this module's plugins
   */
  boolean expose(AccessToken token, ApiUrl url, boolean everywhere, boolean isHidden) {
    state.tokenProperties().add(name);
    boolean isTyped = properties.warnOf(session.getUserProperties(), session.getSystemProperties());
    boolean first = everywhere && inEveryModule().add(token.value());
    synchronized (state.lock()) {
      return properties.expose(token, url, isHidden, new Reactor(session).properties(first))
          || isTyped;
    }
  }

  /**
   * Removes it from every module that may be written, where it is one of these tokens.
   *
   * @return whether it was there
   */
  public boolean remove(Set<String> tokens) {
    inEveryModule().removeAll(tokens);
    synchronized (state.lock()) {
      return properties.remove(tokens, new Reactor(session).properties(true));
    }
  }

  /** The tokens that every module has. */
  private Set<String> inEveryModule() {
    return state.tokensInEveryModule(name);
  }

  /**
   * Checks the parameter {@code tokenProperty}.
   *
   * @throws UserMistakeException when it is no name, or one that Maven or Java uses
   */
  public static void requireFree(String name) throws UserMistakeException {
    if (TAKEN.matcher(name).matches() || !NAME.matcher(name).matches()) {
      throw new UserMistakeException(
          "The parameter 'tokenProperty' cannot be a name that Maven or Java uses, nor have"
              + " characters other than letters, digits, '.', '-' and '_'. Choose another, such as"
              + " {}.",
          DEFAULT);
    }
  }
}
