package io.github.netnutmaven.http;

import io.github.netnutmaven.secret.SafeText;
import java.io.File;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/** This JVM's trust store and key store, in the files that {@code javax.net.ssl.*} names. */
final class JvmTrust {
  private JvmTrust() {}

  /**
   * Java's default context. Java creates it once for the whole JVM; if that fails, it fails each
   * time.
   *
   * @throws ResponseException when Java cannot read a store
   */
  static SSLContext context() throws ResponseException {
    var path = property("trustStore");
    var file = new File(path);
    // Java would silently trust its own store instead (tried with 17 and 25).
    if (!path.isEmpty() && !isNoFile(path) && !(file.isFile() && file.canRead())) {
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

  /**
   * Whether the trust store belongs to the system or to a device, so that the path has no meaning.
   */
  private static boolean isNoFile(String path) {
    return path.equals("NONE")
        || property("trustStoreType").matches("(?i)Windows-.*|KeychainStore.*|PKCS11");
  }

  /** The trust store, as a message names it. */
  static String trustStore() {
    var path = property("trustStore");
    return path.isEmpty()
        ? "this Java's own trust store"
        : "the trust store '" + path + "' of -Djavax.net.ssl.trustStore";
  }

  /** Java found no certificate in the trust store. */
  static ResponseException emptyTrustStore() {
    return ResponseException.userMistake(
        "{} has no certificate that Java can read. {}",
        trustStore(),
        property("trustStorePassword").isEmpty()
            ? "Java reads a PKCS12 store only with its password: set"
                + " -Djavax.net.ssl.trustStorePassword."
            : "Import the authority's certificate into it.");
  }

  private static ResponseException unreadable(NoSuchAlgorithmException fault) {
    var cause = fault.getCause();
    var reason = String.valueOf((cause == null ? fault : cause).getMessage());
    // Java says only this about a trust store; about a key store it says what is wrong.
    if (reason.equals("problem accessing trust store")) {
      return ResponseException.userMistake(
          "Java cannot read {}. Check that the file is complete, and that"
              + " -Djavax.net.ssl.trustStorePassword and -Djavax.net.ssl.trustStoreType match it.",
          trustStore());
    }
    var keys = property("keyStore");
    return keys.isEmpty()
        ? ResponseException.userMistake(
            "Java cannot set up TLS ({}). Check this Java and its javax.net.ssl properties.",
            SafeText.oneLine(reason))
        : ResponseException.userMistake(
            "Java cannot read the key store '{}' of -Djavax.net.ssl.keyStore ({}). Check the file"
                + " and -Djavax.net.ssl.keyStorePassword, or remove the properties if the server"
                + " wants no client certificate.",
            keys,
            SafeText.oneLine(reason));
  }

  private static String property(String name) {
    return System.getProperty("javax.net.ssl." + name, "");
  }
}
