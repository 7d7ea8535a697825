package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.UserMistakeException;

/** An account as environment variables have it. */
final class EnvironmentAccount implements AccountSource {
  private final String email;
  private final String variable;
  private final Password password;

  /** Gives the password when it is wanted. */
  @FunctionalInterface
  private interface Password {
    String get() throws UserMistakeException;
  }

  private EnvironmentAccount(String email, String variable, Password password) {
    this.email = email;
    this.variable = variable;
    this.password = password;
  }

  /** With the password in a variable, taken as it is. */
  static EnvironmentAccount of(String email, String variable, String password) {
    return new EnvironmentAccount(email, variable, () -> password);
  }

  /** With the password in a file that a variable names, read when it is wanted. */
  static EnvironmentAccount ofFile(String email, String variable, String file) {
    return new EnvironmentAccount(email, variable, () -> SecretFile.read(file, variable));
  }

  @Override
  public String email() {
    return email;
  }

  @Override
  public Credentials credentials() throws UserMistakeException {
    var value = password.get();
    if (value.isBlank()) {
      throw new UserMistakeException(
          "Tried to log in with NETNUT_EMAIL, but the file of " + variable + " is empty. Fill it.");
    }
    return new Credentials(email, value, toString());
  }

  @Override
  public String passwordStorage() {
    return "in " + variable;
  }

  @Override
  public String toString() {
    return "NETNUT_EMAIL and " + variable;
  }
}
