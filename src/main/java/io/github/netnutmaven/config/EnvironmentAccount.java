package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.UserMistakeException;

/**
 * An account in environment variables. A password file is read only when the password is needed.
 *
 * @param email as it is sent
 * @param variable the variable of the password; a name that ends with {@code _FILE} is the variable
 *     of a password file
 * @param value the value of that variable; never printed
 */
record EnvironmentAccount(String email, String variable, String value) implements AccountSource {
  @Override
  public Credentials credentials() throws UserMistakeException {
    var password = variable.endsWith("_FILE") ? SecretFile.read(value, variable) : value;
    if (password.isBlank()) {
      throw new UserMistakeException(
          "Tried to log in with NETNUT_EMAIL, but the file of {} is empty. Fill it.", variable);
    }
    return new Credentials(email, password, toString());
  }

  @Override
  public String passwordStorage() {
    return "in " + variable;
  }

  /** Names the variables, without their values. */
  @Override
  public String toString() {
    return "NETNUT_EMAIL and " + variable;
  }
}
