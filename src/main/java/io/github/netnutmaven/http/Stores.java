package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.SafeText;
import java.io.File;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** The trust and the keys of this JVM, from the files that {@code javax.net.ssl.*} names. */
final class Stores {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String KEYS = "javax.net.ssl.keyStore";

  private Stores() {}

  /**
   * Java's default context. Java makes it once for the whole JVM; if that fails, it fails each
   * time.
   *
   * @throws StoreException when a store cannot be read
   */
  static SSLContext context() throws StoreException {
    var trust = new File(property(TRUST));
    // Java would silently trust its own store instead (tried with 17 and 25). "NONE" is no file.
    if (isSet(TRUST) && !trust.getPath().equals("NONE") && !(trust.isFile() && trust.canRead())) {
      throw new StoreException(
          trustStore()
              + " is not a file that this user can read. Correct the path where the property is"
              + " set, as in MAVEN_OPTS, or remove the property.");
    }
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new StoreException(unreadable(e));
    }
  }

  /** The trust store, as a message names it. */
  static String trustStore() {
    return isSet(TRUST)
        ? "the trust store '" + property(TRUST) + "' of -D" + TRUST
        : "this Java's own trust store";
  }

  /** What to do about a trust store without a certificate. */
  static String emptyTrustStore() {
    return trustStore()
        + " has no certificate that Java can read. "
        + (isSet(TRUST + "Password")
            ? "Import the authority's certificate into it."
            : "Java reads a PKCS12 store only with its password: set -D" + TRUST + "Password.");
  }

  private static String unreadable(NoSuchAlgorithmException fault) {
    var cause = fault.getCause();
    var reason = String.valueOf((cause == null ? fault : cause).getMessage());
    // This is all that Java says about a trust store; of a key store it tells what is wrong.
    if (reason.equals("problem accessing trust store")) {
      return "Java cannot read "
          + trustStore()
          + ". Check that the file is complete, and that -D"
          + TRUST
          + "Password and -D"
          + TRUST
          + "Type fit it.";
    }
    var shown = " (" + SafeText.oneLine(reason) + "). ";
    return isSet(KEYS)
        ? "Java cannot read the key store '"
            + property(KEYS)
            + "' of -D"
            + KEYS
            + shown
            + "Check the file and -D"
            + KEYS
            + "Password, or remove the properties if the server wants no client certificate."
        : "Java cannot set up TLS" + shown + "Check this Java and its javax.net.ssl properties.";
  }

  private static boolean isSet(String property) {
    return !property(property).isEmpty();
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
