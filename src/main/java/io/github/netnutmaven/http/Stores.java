package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.SafeText;
import java.io.File;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** This JVM's trust store and key store, in the files that {@code javax.net.ssl.*} names. */
final class Stores {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String KEYS = "javax.net.ssl.keyStore";

  private Stores() {}

  /**
   * Java's default context. Java creates it once for the whole JVM; if that fails, it fails each
   * time.
   *
   * @throws ResponseException when Java cannot read a store
   */
  static SSLContext context() throws ResponseException {
    var trust = new File(property(TRUST));
    // Java would silently trust its own store instead (tried with 17 and 25). "NONE" is no file.
    if (isSet(TRUST) && !trust.getPath().equals("NONE") && !(trust.isFile() && trust.canRead())) {
      throw ResponseException.userMistake(
          "{} is not a file that this user can read. Correct the path where the property is set,"
              + " as in MAVEN_OPTS, or remove the property.",
          trustStore());
    }
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw unreadable(e);
    }
  }

  /** The trust store, as a message names it. */
  static String trustStore() {
    return isSet(TRUST)
        ? "the trust store '" + property(TRUST) + "' of -D" + TRUST
        : "this Java's own trust store";
  }

  /** What is wrong when Java finds no certificate in the trust store, and what to do. */
  static String emptyTrustStore() {
    return trustStore()
        + " has no certificate that Java can read. "
        + (isSet(TRUST + "Password")
            ? "Import the authority's certificate into it."
            : "Java reads a PKCS12 store only with its password: set -D" + TRUST + "Password.");
  }

  private static ResponseException unreadable(NoSuchAlgorithmException fault) {
    var cause = fault.getCause();
    var reason = String.valueOf((cause == null ? fault : cause).getMessage());
    // Java says only this about a trust store; about a key store it says what is wrong.
    if (reason.equals("problem accessing trust store")) {
      return ResponseException.userMistake(
          "Java cannot read {}. Check that the file is complete, and that -D{}Password and"
              + " -D{}Type match it.",
          trustStore(),
          TRUST,
          TRUST);
    }
    return isSet(KEYS)
        ? ResponseException.userMistake(
            "Java cannot read the key store '{}' of -D{} ({}). Check the file and -D{}Password, or"
                + " remove the properties if the server wants no client certificate.",
            property(KEYS),
            KEYS,
            SafeText.oneLine(reason),
            KEYS)
        : ResponseException.userMistake(
            "Java cannot set up TLS ({}). Check this Java and its javax.net.ssl properties.",
            SafeText.oneLine(reason));
  }

  private static boolean isSet(String property) {
    return !property(property).isEmpty();
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
