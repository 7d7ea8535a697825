package io.github.netnutmaven.settings;

import java.util.regex.Pattern;

/** Tells what is meant as ciphertext from a password that merely has braces in it. */
final class Ciphertext {
  /** What to do when some does not decrypt. */
  static final String ADVICE =
      "Check the master password (Maven 3: ~/.m2/settings-security.xml; Maven 4: mvnenc), and"
          + " encrypt the password again. If these braces are the password itself, put it into an"
          + " environment variable and write ${env.NAME} here.";

  /** A whole value: Maven 3's form, or Maven 4's with attributes. */
  private static final Pattern WHOLE =
      Pattern.compile("\\s*\\{(?:\\[[^\\]]*])?[A-Za-z0-9+/=\\s]{8,}}\\s*");

  private Ciphertext() {}

  static boolean looksLike(String value) {
    return WHOLE.matcher(value).matches();
  }
}
