package io.github.netnutmaven.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** Creates key stores with keytool, each only once, because every call starts a JVM. */
public final class Certificates {
  /** The password of every store. */
  public static final String PASSWORD = "fake-store-password";

  private static final Map<List<String>, byte[]> STORES = new ConcurrentHashMap<>();

  private Certificates() {}

  /** A store with a self-signed certificate; {@code more} are further options of keytool. */
  public static KeyStore selfSigned(Path directory, String name, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    var words = words(name, more);
    if (!STORES.containsKey(words)) {
      var file = directory.resolve(name + ".p12");
      generate(file, words);
      STORES.put(words, Files.readAllBytes(file));
    }
    return load(STORES.get(words));
  }

  /** A store with a certificate of a new authority, which is added to the store {@code trust}. */
  public static KeyStore signed(Path directory, String name, KeyStore trust, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    var words = words(name, more);
    words.addAll(List.of("-signer", "authority"));
    if (!STORES.containsKey(words)) {
      var file = directory.resolve(name + ".p12");
      generate(
          file, words("authority", "-ext", "bc:c", "-startdate", "-100d", "-validity", "1000"));
      generate(file, words);
      STORES.put(words, Files.readAllBytes(file));
    }
    var keys = load(STORES.get(words));
    trust.load(null, null);
    trust.setCertificateEntry("authority", keys.getCertificate("authority"));
    keys.deleteEntry("authority");
    return keys;
  }

  private static List<String> words(String alias, String... more) {
    var words = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=" + alias));
    words.addAll(List.of(more));
    return words;
  }

  private static void generate(Path file, List<String> words)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Programs.ofJava("keytool"),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(words);
    Programs.output(command.toArray(String[]::new));
  }

  /** Writes a store into a file. */
  public static void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private static KeyStore load(byte[] bytes) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(bytes), PASSWORD.toCharArray());
    return store;
  }

  /** Listens for TLS on a free port, with the key of a store. */
  public static SSLServerSocket listen(KeyStore store)
      throws IOException, GeneralSecurityException {
    return (SSLServerSocket)
        context(store, store)
            .getServerSocketFactory()
            .createServerSocket(0, 50, Loopback.address());
  }

  /** The TLS context of a server or client with this key that trusts these certificates. */
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
