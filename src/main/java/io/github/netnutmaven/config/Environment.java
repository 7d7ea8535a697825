package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.TokenSource;
import io.github.netnutmaven.auth.TokenSyntax;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the process's environment has for us: an account, a token, an address. */
public final class Environment implements TokenSource {
  private static final String API_URL = "NETNUT_API_URL";
  private static final String EMAIL = "NETNUT_EMAIL";
  private static final String PASSWORD = "NETNUT_PASSWORD";
  private static final String PASSWORD_FILE = "NETNUT_PASSWORD_FILE";
  private static final String TOKEN = "NETNUT_TOKEN";
  private static final String TOKEN_FILE = "NETNUT_TOKEN_FILE";

  private final Function<String, @Nullable String> variables;

  /**
   * Reads nothing yet.
   *
   * @param variables the process's environment variables, by their names
   */
  public Environment(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  /**
   * {@code NETNUT_API_URL}.
   *
   * @throws UserMistakeException when it is no address
   */
  public Optional<ApiUrl> apiUrl() throws UserMistakeException {
    var url = variable(API_URL);
    return url.isPresent() ? Optional.of(ApiUrl.parse(url.get())) : Optional.empty();
  }

  /**
   * {@code NETNUT_EMAIL} with {@code NETNUT_PASSWORD} or {@code NETNUT_PASSWORD_FILE}.
   *
   * @throws UserMistakeException for half of a pair, and for two passwords
   */
  public Optional<AccountSource> account() throws UserMistakeException {
    var email = variable(EMAIL);
    var password = variable(PASSWORD);
    var file = variable(PASSWORD_FILE);
    if (email.isEmpty() && password.isEmpty() && file.isEmpty()) {
      return Optional.empty();
    }
    if (email.isEmpty()) {
      throw wrong((password.isPresent() ? PASSWORD : PASSWORD_FILE) + " without " + EMAIL);
    }
    if (password.isPresent() && file.isPresent()) {
      throw wrong("both " + PASSWORD + " and " + PASSWORD_FILE);
    }
    if (password.isPresent()) {
      return Optional.of(EnvironmentAccount.of(email.get().strip(), PASSWORD, password.get()));
    }
    if (file.isPresent()) {
      return Optional.of(EnvironmentAccount.ofFile(email.get().strip(), PASSWORD_FILE, file.get()));
    }
    throw wrong(EMAIL + " without " + PASSWORD + " or " + PASSWORD_FILE);
  }

  /**
   * {@code NETNUT_TOKEN}, or the file that {@code NETNUT_TOKEN_FILE} names: the first that is set.
   * What a skipped login leaves, blank or a literal <code>${…}</code>, counts as absent.
   *
   * @throws UserMistakeException when the file cannot be read, or what is there is no token
   */
  @Override
  public Optional<ProvidedToken> token() throws UserMistakeException {
    var direct = variable(TOKEN);
    if (direct.isPresent() && isResolved(direct.get())) {
      return token(SecretFile.withoutNewline(direct.get()), TOKEN);
    }
    var file = variable(TOKEN_FILE);
    return file.isPresent() && isResolved(file.get())
        ? token(SecretFile.read(file.get(), TOKEN_FILE), TOKEN_FILE)
        : Optional.empty();
  }

  private static Optional<ProvidedToken> token(String value, String from)
      throws UserMistakeException {
    if (value.isBlank() || !isResolved(value)) {
      return Optional.empty();
    }
    var problem = TokenSyntax.problem(value);
    if (problem.isPresent()) {
      throw new UserMistakeException(
          "Looked for a token in " + from + ", but there is " + problem.get() + ". Correct it.");
    }
    return Optional.of(new ProvidedToken(value, from));
  }

  private static boolean isResolved(String value) {
    return !value.strip().startsWith("${");
  }

  private Optional<String> variable(String name) throws UserMistakeException {
    var value = variables.apply(name);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (Undecodable.isIn(value)) {
      throw new UserMistakeException(
          "Looked into the environment variable " + name + ", but " + Undecodable.REASON);
    }
    return Optional.of(value);
  }

  private static UserMistakeException wrong(String what) {
    return new UserMistakeException(
        "Looked for the account in the environment, but there is "
            + what
            + ". Set NETNUT_EMAIL and one password, or none of them.");
  }
}
