package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.TokenSource;
import io.github.netnutmaven.auth.TokenSyntax;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads an account, a token and an address from environment variables. */
public final class Environment implements TokenSource {
  private static final String API_URL = "NETNUT_API_URL";
  private static final String TOKEN = "NETNUT_TOKEN";
  private static final String TOKEN_FILE = "NETNUT_TOKEN_FILE";

  private final Function<String, @Nullable String> variables;

  /**
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
   * {@code NETNUT_EMAIL} with exactly one of {@code NETNUT_PASSWORD}, {@code NETNUT_PASSWORD_FILE}
   * and {@code NETNUT_PASSWORD_COMMAND}; empty if none of them is set. An account that is
   * incomplete fails when a login is due.
   *
   * @throws UserMistakeException if Java cannot decode one of them
   */
  public Optional<AccountSource> account() throws UserMistakeException {
    var email = variable(EnvironmentAccount.EMAIL);
    var passwords = new TreeMap<String, String>();
    for (var name : EnvironmentAccount.passwordVariables()) {
      var password = variable(name);
      if (password != null) {
        passwords.put(name, password);
      }
    }
    return email == null && passwords.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EnvironmentAccount(email == null ? null : email.strip(), passwords, this));
  }

  /** Whether there is an account, complete or not. */
  public boolean hasAccount() {
    return CleanValue.isSet(variables.apply(EnvironmentAccount.EMAIL));
  }

  /** The variable {@code PATH}. */
  @Nullable String searchPath() {
    return variables.apply("PATH");
  }

  /** The home directory that the environment names: a project can set {@code user.home}. */
  public Optional<Path> home() {
    var value = variables.apply(File.separatorChar == '/' ? "HOME" : "USERPROFILE");
    try {
      var home = value == null ? null : Path.of(value);
      return home != null && home.isAbsolute() && Files.isDirectory(home)
          ? Optional.of(home)
          : Optional.empty();
    } catch (InvalidPathException e) {
      // It has a character that the locale lacks.
      return Optional.empty();
    }
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
    var direct = token(variable(TOKEN), TOKEN);
    if (direct.isPresent()) {
      return direct;
    }
    var file = variable(TOKEN_FILE);
    return file == null ? Optional.empty() : token(SecretFile.read(file, TOKEN_FILE), TOKEN_FILE);
  }

  private static Optional<ProvidedToken> token(@Nullable String value, String variable)
      throws UserMistakeException {
    // No token begins like this, and a property's name may have more characters than a variable's.
    if (value == null || value.strip().startsWith("${")) {
      return Optional.empty();
    }
    var problem = TokenSyntax.problem(value);
    if (problem.isPresent()) {
      throw new UserMistakeException(
          "Looked for a token in {}, but there is {}. Correct it.", variable, problem.get());
    }
    return Optional.of(new ProvidedToken(value, variable));
  }

  private @Nullable String variable(String name) throws UserMistakeException {
    var place = "the environment variable " + name;
    var value = CleanValue.of(variables.apply(name), place);
    if (value != null
        && isMisread(
            value,
            Runtime.version().feature(),
            Charset.defaultCharset(),
            System.getProperty("sun.jnu.encoding", "UTF-8"))) {
      throw CleanValue.undecodable(place);
    }
    return value;
  }

  /**
   * Whether Java has decoded a variable in another character set than that of the locale: before
   * Java 18 it takes the one of {@code -Dfile.encoding}, except on Windows. What is UTF-8 is hardly
   * ever anything else.
   */
  static boolean isMisread(String value, int java, Charset used, String locale) {
    return java < 18
        && File.separatorChar == '/'
        && !StandardCharsets.US_ASCII.newEncoder().canEncode(value)
        && !used.equals(StandardCharsets.UTF_8)
        && !used.equals(Charset.forName(locale));
  }
}
