package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.secret.SafeText;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** An account in a {@code <server>} of {@code settings.xml}. */
public final class ServerAccount implements AccountSource {
  /** What Maven leaves in place of a variable that is not set: the whole value or a part of it. */
  private static final Pattern UNSET =
      Pattern.compile("^\\$\\{(?:env\\.)?([^}]*)}$|\\$\\{env\\.([^}]*)}");

  private static final String COMMAND = "passwordCommand";

  private final Server server;
  private final SettingsDecrypter decrypter;
  private final String name;
  private final Environment environment;

  /**
   * @param server the {@code <server>} in use
   * @param decrypter Maven's own
   * @param files the settings files that Maven read, as a message names them
   * @param environment where a password command finds its program
   */
  public ServerAccount(
      Server server, SettingsDecrypter decrypter, String files, Environment environment) {
    this.server = server;
    this.decrypter = decrypter;
    this.environment = environment;
    this.name = "<server> '" + SafeText.oneLine(server.getId()) + "' in " + files;
  }

  @Override
  public String email() throws UserMistakeException {
    if (runsCommand() && isSet(server.getPassword())) {
      throw new UserMistakeException(
          "Looked at {}, but it has both a <password> and a <passwordCommand>. Remove one of them.",
          name);
    }
    var email = field("username", server.getUsername());
    if (Ciphertext.isIn(email)) {
      throw new UserMistakeException(
          "Tried to log in with {}, but its <username> is encrypted, so nothing was sent. Write the"
              + " e-mail itself there: Maven 3 decrypts only the <password>.",
          name);
    }
    return email.strip();
  }

  @Override
  public Credentials credentials(Deadline deadline) throws AuthException {
    var email = email();
    var password = runsCommand() ? command().password(deadline) : password();
    return new Credentials(email, password, name);
  }

  private String password() throws UserMistakeException {
    // Checked before decrypting, because Maven's message for an unset ${env.X} says nothing useful.
    field("password", server.getPassword());
    var decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
    var password =
        Ciphertext.checked(
            String.valueOf(server.getPassword()),
            decrypted.getPassword(),
            "Tried to log in with " + name);
    return field("password", password);
  }

  private String field(String field, @Nullable String value) throws UserMistakeException {
    var cleaned = isSet(value) ? CleanValue.of(value, "the <" + field + "> of " + name) : null;
    if (cleaned == null) {
      throw new UserMistakeException(
          "Tried to log in with {}, but its <{}> {}. Set it, or write the value into the file.",
          name,
          field,
          missingReason(value));
    }
    return cleaned;
  }

  @Override
  public boolean runsCommand() {
    return isSet(configured(server, COMMAND));
  }

  @Override
  public String passwordStorage() {
    if (runsCommand()) {
      return command().toString();
    }
    return Ciphertext.isIn(String.valueOf(server.getPassword()))
        ? "encrypted"
        : "not encrypted, or decrypted by Maven already";
  }

  /**
   * The address in {@code <configuration><apiUrl>}.
   *
   * @throws UserMistakeException if it is not an address
   */
  public Optional<ApiUrl> apiUrl() throws UserMistakeException {
    var url = configured(server, "apiUrl");
    if (url.isBlank() || (isBlank() && !isSet(url))) {
      return Optional.empty();
    }
    if (!isSet(url)) {
      throw new UserMistakeException(
          "The address of the API, set by <apiUrl> of {}, cannot be used: it {}. Set it, or write"
              + " the address into the file.",
          name,
          missingReason(url));
    }
    return Optional.of(ApiUrl.parse(url, "<apiUrl> of " + name));
  }

  /** The text of an element of the {@code <configuration>}; empty without one. */
  private static String configured(Server server, String element) {
    var child =
        server.getConfiguration() instanceof Xpp3Dom configuration
            ? configuration.getChild(element)
            : null;
    return child == null || child.getValue() == null ? "" : child.getValue();
  }

  /** Whether an element of its {@code <configuration>} has the same text in a file. */
  boolean isLiteral(String element, Settings file) {
    var written = file.getServer(server.getId());
    return written != null && configured(server, element).equals(configured(written, element));
  }

  /** Whether it has an e-mail and a password. Only then does it vouch for its address. */
  public boolean isComplete() {
    return isSet(server.getUsername()) && hasPassword();
  }

  /**
   * Whether it has neither, as in the build of a fork, which gets no secrets. Such a {@code
   * <server>} counts as absent.
   */
  public boolean isBlank() {
    return !isSet(server.getUsername()) && !hasPassword();
  }

  private boolean hasPassword() {
    return runsCommand() || isSet(server.getPassword());
  }

  private PasswordCommand command() {
    return new PasswordCommand(
        configured(server, COMMAND), "<" + COMMAND + "> of " + name, environment);
  }

  /** Why a {@linkplain #isBlank() blank} account has no values, as a message says it. */
  public Message missingFields() {
    return Message.of(
        "its <username> {} and its <password> {}",
        missingReason(server.getUsername()),
        missingReason(server.getPassword()));
  }

  /** Names the {@code <server>} and its file for a message. */
  @Override
  public String toString() {
    return name;
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && CleanValue.isSet(value) && !UNSET.matcher(value.strip()).find();
  }

  private static Message missingReason(@Nullable String value) {
    var stripped = value == null ? "" : value.strip();
    var unset = UNSET.matcher(stripped);
    if (!unset.find()) {
      return Message.of("is {}", stripped.isEmpty() ? "empty" : "a variable that is not set");
    }
    return Message.of(
        "{} the environment variable {}, which is not set",
        unset.group().equals(stripped) ? "is" : "holds",
        unset.group(1) == null ? unset.group(2) : unset.group(1));
  }
}
