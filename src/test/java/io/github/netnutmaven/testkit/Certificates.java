package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key stores made on the spot by the JDK's own keytool. */
public final class Certificates {
  private static final String PASSWORD = "fake-store-password";

  private Certificates() {}

  /** A store with a self-signed certificate; further words go to keytool as they are. */
  public static KeyStore selfSigned(Path folder, String name, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve(name + ".p12");
    generate(file, name, more);
    return load(file);
  }

  /** A store with a certificate of an authority of its own, which goes into another store. */
  public static KeyStore signed(Path folder, String name, KeyStore trust, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve(name + ".p12");
    generate(file, "authority", "-ext", "bc:c", "-startdate", "-100d", "-validity", "1000");
    var words = new ArrayList<>(List.of("-signer", "authority"));
    words.addAll(List.of(more));
    generate(file, name, words.toArray(new String[0]));
    var keys = load(file);
    trust.load(null, null);
    trust.setCertificateEntry("authority", keys.getCertificate("authority"));
    keys.deleteEntry("authority");
    return keys;
  }

  private static void generate(Path file, String alias, String... more)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD,
                "-dname",
                "CN=" + alias));
    command.addAll(List.of(more));
    var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** What a server or a client with this key and this trust speaks. */
  public static SSLContext context(KeyStore keys, KeyStore trust) throws GeneralSecurityException {
    var keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(keys, PASSWORD.toCharArray());
    var trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(trust);
    var context = SSLContext.getInstance("TLS");
    context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
    return context;
  }
}
