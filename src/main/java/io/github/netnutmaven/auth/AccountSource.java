package io.github.netnutmaven.auth;

/** Where an account's e-mail and password stand; its text names the place for a message. */
public interface AccountSource {
  /**
   * The e-mail.
   *
   * @throws UserMistakeException when it is missing or unset
   */
  String email() throws UserMistakeException;

  /**
   * E-mail and password. Only now the password is decrypted, read or asked for.
   *
   * @throws UserMistakeException when either cannot be had
   */
  Credentials credentials() throws UserMistakeException;

  /** How the password is kept, as a message says it; never the password. */
  String howKept();
}
