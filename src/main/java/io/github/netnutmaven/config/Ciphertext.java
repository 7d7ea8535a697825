package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.regex.Pattern;

/** Distinguishes ciphertext from a password that only has braces in it. */
final class Ciphertext {
  /**
   * Braces with Base64 of at least 8 characters, with or without the attributes of Maven 4, or with
   * those attributes and any text, which is a reference. Text around the braces is allowed, because
   * Maven decrypts them anywhere in the value.
   */
  private static final Pattern PATTERN =
      Pattern.compile("\\{(?:\\[[^\\]]*][^}]*|[A-Za-z0-9+/=\\s]{8,})}");

  private Ciphertext() {}

  static boolean isIn(String value) {
    return PATTERN.matcher(value).find();
  }

  /**
   * The decrypted password, if it was decrypted.
   *
   * @param written the password as it is in the settings
   * @param decrypted the password that Maven returned: the same if there was nothing to decrypt,
   *     and in Maven 3 if it could not decrypt it
   * @param task what needs the password, as a message begins
   * @throws UserMistakeException if it is still ciphertext
   */
  static String checked(String written, String decrypted, String task) throws UserMistakeException {
    if (decrypted.equals(written) && isIn(written)) {
      throw new UserMistakeException(
          "{}, but its <password> does not decrypt, so nothing was sent. Check the master password"
              + " (Maven 3: ~/.m2/settings-security.xml; Maven 4: mvnenc), and encrypt the password"
              + " again. A reference in {[…]} needs Maven 4. If these braces are the password itself,"
              + " Maven cannot pass it on: use another password.",
          task);
    }
    return decrypted;
  }
}
