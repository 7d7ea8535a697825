package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An account in environment variables. Its e-mail or its password may be missing: a step of a CI
 * job that has a token needs no more than the e-mail. A password file is read, and a command is
 * run, only when the password is needed.
 */
final class EnvironmentAccount implements AccountSource {
  static final String EMAIL = "NETNUT_EMAIL";
  private static final String PASSWORD = "NETNUT_PASSWORD";
  private static final String FILE = "NETNUT_PASSWORD_FILE";
  private static final String COMMAND = "NETNUT_PASSWORD_COMMAND";

  private final @Nullable String email;
  private final SortedMap<String, String> passwords;
  private final Environment environment;

  /**
   * @param email as it is sent
   * @param passwords those of {@link #passwordVariables} that are set, with their values
   * @param environment where a command finds its program
   */
  EnvironmentAccount(
      @Nullable String email, SortedMap<String, String> passwords, Environment environment) {
    this.email = email;
    this.passwords = passwords;
    this.environment = environment;
  }

  /** The variables that may have the password, its file, or its command. */
  static List<String> passwordVariables() {
    return List.of(PASSWORD, FILE, COMMAND);
  }

  @Override
  public @Nullable String email() {
    return email;
  }

  @Override
  public Credentials credentials(Deadline deadline) throws AuthException {
    if (email == null || passwords.size() != 1) {
      throw new UserMistakeException(
          "Tried to log in with the account in the environment, but there is {}. Set NETNUT_EMAIL"
              + " and one password, or none of them.",
          whatIsWrong());
    }
    var variable = passwords.firstKey();
    var value = passwords.getOrDefault(variable, "");
    var password =
        switch (variable) {
          case COMMAND -> command().password(deadline);
          case FILE -> SecretFile.read(value, variable);
          default -> value;
        };
    if (password == null) {
      throw new UserMistakeException(
          "Tried to log in with NETNUT_EMAIL, but the file of {} is empty. Fill it.", variable);
    }
    return new Credentials(email, password, toString());
  }

  private Message whatIsWrong() {
    if (passwords.isEmpty()) {
      return Message.of("{} without {}", EMAIL, String.join(" or ", passwordVariables()));
    }
    return email == null
        ? Message.of("{} without {}", passwords.firstKey(), EMAIL)
        : Message.of("both {}", String.join(" and ", passwords.keySet()));
  }

  @Override
  public boolean runsCommand() {
    return passwords.keySet().equals(Set.of(COMMAND));
  }

  @Override
  public String passwordStorage() {
    if (runsCommand()) {
      return command().toString();
    }
    return passwords.isEmpty() ? "missing" : "in " + String.join(" and ", passwords.keySet());
  }

  private PasswordCommand command() {
    return new PasswordCommand(passwords.getOrDefault(COMMAND, ""), COMMAND, environment);
  }

  /** Names the variables that are set. */
  @Override
  public String toString() {
    var names = new ArrayList<>(passwords.keySet());
    if (email != null) {
      names.add(0, EMAIL);
    }
    return String.join(" and ", names);
  }
}
