package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.UserMistakeException;

/**
 * Whom a goal talks to, and as whom.
 *
 * @param address the API's address
 * @param account e-mail and address
 * @param credentials gives e-mail and password when a login is due
 * @param found where the account was found, as a message names it
 */
record Target(ApiAddress address, Account account, CredentialsSource credentials, String found) {
  /** Gives e-mail and password; only then a password is decrypted. */
  @FunctionalInterface
  interface CredentialsSource {
    Credentials get() throws UserMistakeException;
  }

  /** Whether it is the sandbox of this build. */
  boolean isSandbox() {
    return switch (address.source()) {
      case SANDBOX -> true;
      case COMMAND_LINE, PROJECT, SERVER, ENVIRONMENT, DEFAULT -> false;
    };
  }
}
