package io.github.netnutmaven.config;

import java.util.regex.Pattern;

/** Tells what is meant as ciphertext from a password that merely has braces in it. */
final class Ciphertext {
  /** What to do when some does not decrypt. */
  static final String ADVICE =
      "Check the master password (Maven 3: ~/.m2/settings-security.xml; Maven 4: mvnenc), and"
          + " encrypt the password again. A reference in {[…]} needs Maven 4. If these braces are"
          + " the password itself, put it into an environment variable and write ${env.NAME} here.";

  /**
   * Base64 of at least 8 characters in braces, with or without Maven 4's attributes, or a reference
   * of Maven 4 with attributes and any text. Maven decrypts it wherever it is in the value, so
   * notes around it are allowed.
   */
  private static final Pattern ANYWHERE =
      Pattern.compile("\\{(?:\\[[^\\]]*][^}]*|[A-Za-z0-9+/=\\s]{8,})}");

  private Ciphertext() {}

  static boolean isIn(String value) {
    return ANYWHERE.matcher(value).find();
  }
}
