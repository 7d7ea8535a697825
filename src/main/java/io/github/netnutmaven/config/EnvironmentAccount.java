package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.List;

/**
 * An account in environment variables. A password file is read, and a command is run, only when the
 * password is needed.
 *
 * @param email as it is sent
 * @param variable one of {@link #variables}
 * @param value the value of that variable, not blank; never printed
 */
record EnvironmentAccount(String email, String variable, String value) implements AccountSource {
  private static final String FILE = "NETNUT_PASSWORD_FILE";
  private static final String COMMAND = "NETNUT_PASSWORD_COMMAND";

  /** The variables that may have the password, its file, or its command. */
  static List<String> variables() {
    return List.of("NETNUT_PASSWORD", FILE, COMMAND);
  }

  @Override
  public Credentials credentials(Deadline deadline) throws AuthException {
    var password =
        switch (variable) {
          case COMMAND -> command().password(deadline);
          case FILE -> SecretFile.read(value, variable);
          default -> value;
        };
    if (password.isBlank()) {
      throw new UserMistakeException(
          "Tried to log in with NETNUT_EMAIL, but the file of {} is empty. Fill it.", variable);
    }
    return new Credentials(email, password, toString());
  }

  @Override
  public boolean runsCommand() {
    return variable.equals(COMMAND);
  }

  @Override
  public String passwordStorage() {
    return runsCommand() ? command().toString() : "in " + variable;
  }

  private PasswordCommand command() {
    return new PasswordCommand(value, variable);
  }

  /** Names the variables. */
  @Override
  public String toString() {
    return "NETNUT_EMAIL and " + variable;
  }
}
