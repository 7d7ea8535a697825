package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.UserMistakeException;

/** An account that a person types. It is asked for when a login is due, and never before. */
final class PromptedAccount implements AccountSource {
  private final Terminal terminal;
  private final SystemPace pace;
  private String typed = "";

  /**
   * Asks nothing yet.
   *
   * @param pace whose time stands still while the person types
   */
  PromptedAccount(Terminal terminal, SystemPace pace) {
    this.terminal = terminal;
    this.pace = pace;
  }

  /** Empty until it is typed: a token of this account is kept for whoever runs the build. */
  @Override
  public String email() {
    return typed;
  }

  @Override
  public Credentials credentials() throws UserMistakeException {
    var email = pace.untimed(() -> terminal.ask("NetNut account (e-mail): "));
    given(email, "e-mail");
    var password = pace.untimed(() -> terminal.askSecretly("Password of " + email + ": "));
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
