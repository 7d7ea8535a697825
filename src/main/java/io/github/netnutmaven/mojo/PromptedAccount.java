package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.concurrent.ConcurrentMap;

/**
 * An account that a person types. The e-mail is asked for once in a build, with many modules, too.
 */
final class PromptedAccount implements AccountSource {
  private static final String KEY = "prompted e-mail";

  private final ConcurrentMap<String, Object> build;
  private final Terminal terminal;
  private final SystemPace pace;

  /**
   * Asks nothing yet.
   *
   * @param build what the build remembers
   * @param pace whose time stands still while the person types
   */
  PromptedAccount(ConcurrentMap<String, Object> build, Terminal terminal, SystemPace pace) {
    this.build = build;
    this.terminal = terminal;
    this.pace = pace;
  }

  @Override
  public String email() throws UserMistakeException {
    var email =
        (String)
            build.computeIfAbsent(
                KEY, k -> pace.untimed(() -> terminal.ask("NetNut account (e-mail): ")));
    return given(email, "e-mail");
  }

  @Override
  public Credentials credentials() throws UserMistakeException {
    var email = email();
    var password = pace.untimed(() -> terminal.askSecretly("Password of " + email + ": "));
    return new Credentials(email, given(password, "password"), toString());
  }

  @Override
  public String howKept() {
    return "nowhere, it is asked for";
  }

  @Override
  public String toString() {
    return "what you typed";
  }

  private static String given(String answer, String what) throws UserMistakeException {
    if (answer.isBlank()) {
      throw new UserMistakeException(
          "Asked for the account's " + what + ", but nothing was typed. Try again.");
    }
    return answer;
  }
}
