package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.TokenSource;
import io.github.netnutmaven.auth.TokenSyntax;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.File;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an account, a token and an address from environment variables. */
public final class Environment implements TokenSource {
  private static final String API_URL = "NETNUT_API_URL";
  private static final String EMAIL = "NETNUT_EMAIL";
  private static final String TOKEN = "NETNUT_TOKEN";
  private static final String TOKEN_FILE = "NETNUT_TOKEN_FILE";

  private final Function<String, @Nullable String> variables;

  /**
   * Reads nothing yet.
   *
   * @param variables the environment variables of the process, by their names
   */
  public Environment(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  /**
   * The address in {@code NETNUT_API_URL}.
   *
   * @throws UserMistakeException if it is not an address
   */
  public Optional<ApiUrl> apiUrl() throws UserMistakeException {
    var url = variable(API_URL);
    return url == null ? Optional.empty() : Optional.of(ApiUrl.parse(url, API_URL));
  }

  /**
   * The home directory of the user. Not the property {@code user.home}, which a project can set.
   *
   * @return nothing if the variable is not set, or is no absolute path
   */
  public Optional<File> home() {
    var home = variables.apply(File.separatorChar == '/' ? "HOME" : "USERPROFILE");
    return Optional.ofNullable(home).map(File::new).filter(File::isAbsolute);
  }

  /**
   * {@code NETNUT_EMAIL} with exactly one of {@code NETNUT_PASSWORD}, {@code NETNUT_PASSWORD_FILE}
   * and {@code NETNUT_PASSWORD_COMMAND}.
   *
   * @throws UserMistakeException if the e-mail or the password is missing, or both passwords are
   *     set
   */
  public Optional<AccountSource> account() throws UserMistakeException {
    var email = variable(EMAIL);
    String found = null;
    var value = "";
    for (var name : EnvironmentAccount.variables()) {
      var password = variable(name);
      if (password != null && found != null) {
        throw mistake("both " + found + " and " + name);
      }
      if (password != null) {
        found = name;
        value = password;
      }
    }
    if (email == null && found == null) {
      return Optional.empty();
    }
    if (email == null) {
      throw mistake(found + " without " + EMAIL);
    }
    if (found == null) {
      throw mistake(EMAIL + " without " + String.join(" or ", EnvironmentAccount.variables()));
    }
    return Optional.of(new EnvironmentAccount(email.strip(), found, value));
  }

  private static UserMistakeException mistake(String found) {
    return new UserMistakeException(
        "Looked for the account in the environment, but there is {}. Set NETNUT_EMAIL and one"
            + " password, or none of them.",
        found);
  }

  /**
   * The token in {@code NETNUT_TOKEN}, or else in the file that {@code NETNUT_TOKEN_FILE} names. A
   * blank value or a literal <code>${…}</code>, which a skipped login leaves behind, counts as not
   * set.
   *
   * @throws UserMistakeException if the file cannot be read, or the value is not a token
   */
  @Override
  public Optional<ProvidedToken> token() throws UserMistakeException {
    var value = variable(TOKEN);
    if (value != null && isResolved(value)) {
      return token(SecretFile.withoutNewline(value), TOKEN);
    }
    var file = variable(TOKEN_FILE);
    return file != null && isResolved(file)
        ? token(SecretFile.read(file, TOKEN_FILE), TOKEN_FILE)
        : Optional.empty();
  }

  private static Optional<ProvidedToken> token(String value, String variable)
      throws UserMistakeException {
    if (value.isBlank() || !isResolved(value)) {
      return Optional.empty();
    }
    var problem = TokenSyntax.problem(value);
    if (problem.isPresent()) {
      throw new UserMistakeException(
          "Looked for a token in {}, but there is {}. Correct it.", variable, problem.get());
    }
    return Optional.of(new ProvidedToken(value, variable));
  }

  private static boolean isResolved(String value) {
    return !value.strip().startsWith("${");
  }

  private @Nullable String variable(String name) throws UserMistakeException {
    var value = variables.apply(name);
    if (value == null || value.isBlank()) {
      return null;
    }
    Undecodable.check(value, "the environment variable " + name);
    return value;
  }
}
