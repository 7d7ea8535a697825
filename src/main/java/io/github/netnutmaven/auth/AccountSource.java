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
   * E-mail and password. This call decrypts or reads the password, asks a person for it, or runs a
   * command that prints it; nothing does so before.
   *
   * @param deadline when a command must have ended
   * @throws UserMistakeException when either is missing or cannot be read
   * @throws ServiceException when the build is interrupted while a command runs
   */
  Credentials credentials(Deadline deadline) throws AuthException;

  /** Whether getting the password runs a command, which may ask a person. */
  default boolean runsCommand() {
    return false;
  }

  /** How the password is stored, as a message says it; never the password. */
  String passwordStorage();
}
