package io.github.netnutmaven.auth;

/**
 * An account's e-mail and password.
 *
 * @param email as it is sent
 * @param password as it is sent; never printed
 * @param from where both were found, for messages
 */
public record Credentials(String email, String password, String from) {
  /** Shows the account shortened, and no password. */
  @Override
  public String toString() {
    return "Credentials[" + Email.shortened(email) + "]";
  }
}
