package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/** A place that has an account's e-mail and password; its text names the place in a message. */
public interface AccountSource {
  /**
   * The e-mail; null if a person types it when a login is due.
   *
   * @throws UserMistakeException when it is missing, or is a variable that is not set
   */
  @Nullable String email() throws UserMistakeException;

  /**
   * E-mail and password. The password is decrypted, read or asked for by this call, not before.
   *
   * @throws UserMistakeException when either is missing or cannot be read
   */
  Credentials credentials() throws UserMistakeException;

  /** How the password is stored, as a message says it; never the password. */
  String passwordStorage();
}
