package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** An account as a {@code <server>} of {@code settings.xml} has it. */
public final class ServerAccount implements AccountSource {
  /** What Maven leaves in place of a variable that is not set: all of a value, or a part of it. */
  private static final Pattern UNSET =
      Pattern.compile("^\\$\\{(?:env\\.)?([^}]*)}$|\\$\\{env\\.([^}]*)}");

  private final Server server;
  private final SettingsDecrypter decrypter;
  private final String where;

  /**
   * Decrypts nothing yet.
   *
   * @param server the {@code <server>} in use
   * @param decrypter Maven's own
   * @param files the settings files that were read, as a message names them
   */
  public ServerAccount(Server server, SettingsDecrypter decrypter, String files) {
    this.server = server;
    this.decrypter = decrypter;
    this.where = "<server> '" + SafeText.oneLine(server.getId()) + "' in " + files;
  }

  @Override
  public String email() throws UserMistakeException {
    return field("username", server.getUsername());
  }

  @Override
  public Credentials credentials() throws UserMistakeException {
    return new Credentials(email(), decrypted(field("password", server.getPassword())), where);
  }

  @Override
  public String passwordStorage() {
    return Ciphertext.isIn(String.valueOf(server.getPassword()))
        ? "encrypted"
        : "not encrypted, or decrypted by Maven already";
  }

  /**
   * {@code <configuration><apiUrl>}.
   *
   * @throws UserMistakeException when it is no address
   */
  public Optional<ApiUrl> apiUrl() throws UserMistakeException {
    var url = apiUrlText();
    return url.isBlank() ? Optional.empty() : Optional.of(ApiUrl.parse(url));
  }

  /** The text of {@code <configuration><apiUrl>}, as Maven gives it; empty without one. */
  public String apiUrlText() {
    var element =
        server.getConfiguration() instanceof Xpp3Dom configuration
            ? configuration.getChild("apiUrl")
            : null;
    return element == null || element.getValue() == null ? "" : element.getValue();
  }

  /** Whether both fields have a value: only then does it vouch for its own address. */
  public boolean isWhole() {
    return isSet(server.getUsername()) && isSet(server.getPassword());
  }

  /**
   * Whether neither field has a value, as in the build of a fork, which gets no secrets; such a
   * {@code <server>} is as good as none.
   */
  public boolean isBlank() {
    return !isSet(server.getUsername()) && !isSet(server.getPassword());
  }

  /** What its fields lack, as a message says it; for one that {@linkplain #isBlank() has none}. */
  public String whatItLacks() {
    return "its <username> "
        + lack(server.getUsername())
        + " and its <password> "
        + lack(server.getPassword());
  }

  /** Where it stands, as a message names it. */
  @Override
  public String toString() {
    return where;
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank() && !UNSET.matcher(value.strip()).find();
  }

  private static String lack(@Nullable String value) {
    var unset = UNSET.matcher(value == null ? "" : value.strip());
    if (!unset.find()) {
      return "is empty";
    }
    var name = unset.group(1) == null ? unset.group(2) : unset.group(1);
    return (unset.group().equals(String.valueOf(value).strip()) ? "is" : "holds")
        + " the environment variable "
        + SafeText.oneLine(name)
        + ", which is not set";
  }

  private String field(String name, @Nullable String written) throws UserMistakeException {
    if (written != null && isSet(written)) {
      if (Undecodable.isIn(written)) {
        throw new UserMistakeException(
            "Looked at the <" + name + "> of " + where + ", but " + Undecodable.REASON);
      }
      return written.strip();
    }
    throw new UserMistakeException(
        "Tried to log in with "
            + where
            + ", but its <"
            + name
            + "> "
            + lack(written)
            + ". Set it, or write the value into the file.");
  }

  private String decrypted(String password) throws UserMistakeException {
    // An unset ${env.X} fails here with a message that means nothing: it was looked for before.
    var result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
    var decrypted = result == null ? null : result.getPassword();
    var value = decrypted == null ? password : decrypted;
    if (value.equals(password) && Ciphertext.isIn(password)) {
      throw new UserMistakeException(
          "Tried to log in with "
              + where
              + ", but its <password> does not decrypt, so nothing was sent. "
              + Ciphertext.ADVICE);
    }
    return value;
  }
}
