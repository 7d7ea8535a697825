package io.github.netnutmaven.settings;

import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.ServerText;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** An account as a {@code <server>} of {@code settings.xml} has it. */
public final class ServerAccount {
  /** What Maven leaves in place of a variable that is not set. */
  private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{(?:env\\.)?([^}]*)}");

  private final Server server;
  private final SettingsDecrypter decrypter;
  private final String where;

  /**
   * @param server the {@code <server>} in use
   * @param decrypter Maven's own
   * @param files the settings files that were read, as a message names them
   */
  public ServerAccount(Server server, SettingsDecrypter decrypter, String files) {
    this.server = server;
    this.decrypter = decrypter;
    this.where = "<server> '" + server.getId() + "' in " + files;
  }

  /** The {@code <username>}, which is the account's e-mail; never encrypted. */
  public String email() throws UserMistakeException {
    return field("username", server.getUsername());
  }

  /**
   * E-mail and password, decrypted.
   *
   * @throws UserMistakeException when either is missing, unset or does not decrypt
   */
  public Credentials credentials() throws UserMistakeException {
    return new Credentials(email(), decrypted(field("password", server.getPassword())), where);
  }

  /** {@code <configuration><apiUrl>}. */
  public Optional<String> apiUrl() {
    return server.getConfiguration() instanceof Xpp3Dom configuration
        ? Optional.ofNullable(configuration.getChild("apiUrl"))
            .map(Xpp3Dom::getValue)
            .filter(url -> !url.isBlank())
        : Optional.empty();
  }

  /** Whether both fields are there, so that its word on an address is an account holder's. */
  public boolean isWhole() {
    return isSet(server.getUsername()) && isSet(server.getPassword());
  }

  /** Where it stands, as a message names it. */
  @Override
  public String toString() {
    return where;
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank() && !UNRESOLVED.matcher(value.strip()).matches();
  }

  private String field(String name, @Nullable String written) throws UserMistakeException {
    var value = written == null ? "" : written.strip();
    if (value.isEmpty()) {
      throw new UserMistakeException(
          "Tried to log in with " + where + ", but it has no <" + name + ">. Add it.");
    }
    Matcher unresolved = UNRESOLVED.matcher(value);
    if (unresolved.matches()) {
      throw new UserMistakeException(
          "Tried to log in with "
              + where
              + ", but its <"
              + name
              + "> is the environment variable "
              + ServerText.oneLine(String.valueOf(unresolved.group(1)))
              + ", which is not set. Set it, or write the value into the file.");
    }
    return value;
  }

  private String decrypted(String password) throws UserMistakeException {
    // An unset ${env.X} fails here with a message that means nothing: it was looked for before.
    var result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    var decrypted = result.getServer() == null ? null : result.getServer().getPassword();
    var value = decrypted == null ? password : decrypted;
    if (value.equals(password) && Ciphertext.looksLike(password)) {
      throw new UserMistakeException(
          "Tried to log in with "
              + where
              + ", but its <password> does not decrypt, so nothing was sent. "
              + Ciphertext.ADVICE);
    }
    return value;
  }
}
