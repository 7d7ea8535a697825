package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.UserMistakeException;

/** An account that a person types. It is asked for when a login is due, and never before. */
public final class PromptedAccount implements AccountSource {
  private final Terminal terminal;
  private final SystemTiming timing;
  private String typed = "";

  /**
   * Asks nothing yet.
   *
   * @param timing whose time stands still while the person types
   */
  public PromptedAccount(Terminal terminal, SystemTiming timing) {
    this.terminal = terminal;
    this.timing = timing;
  }

  /** Empty until it is typed: a token of this account is kept for whoever runs the build. */
  @Override
  public String email() {
    return typed;
  }

  @Override
  public Credentials credentials() throws UserMistakeException {
    var email = timing.untimed(() -> terminal.ask("NetNut account (e-mail): "));
    given(email, "e-mail");
    var password = timing.untimed(() -> terminal.askSecretly("Password of " + email + ": "));
    given(password, "password");
    typed = email;
    return new Credentials(email, password, toString());
  }

  @Override
  public String howKept() {
    return "nowhere, it is asked for";
  }

  @Override
  public String toString() {
    return "what you typed";
  }

  private static void given(String answer, String what) throws UserMistakeException {
    if (answer.isBlank()) {
      throw new UserMistakeException(
          "Asked for the account's " + what + ", but nothing was typed. Try again.");
    }
  }
}
