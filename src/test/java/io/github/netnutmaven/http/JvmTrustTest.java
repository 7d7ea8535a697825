package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.Certificates;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trust and key stores that {@code javax.net.ssl.*} names; each in a new JVM, which reads them
 * once.
 */
@Timeout(120)
class JvmTrustTest {
  private static final String TRUST_PASSWORD = "trustStorePassword=" + Certificates.PASSWORD;

  @TempDir private Path directory;
  private FaultServer server;

  @BeforeEach
  void startServer() throws Exception {
    var store =
        Certificates.selfSigned(
            directory, "stores", "-ext", "san=dns:localhost,dns:two.invalid,dns:last.invalid");
    server = FaultServer.tls(store, json(200, Wire.GRANTED));
    Certificates.save(store, directory.resolve("good.p12"));
    var empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    Certificates.save(empty, directory.resolve("empty.p12"));
    Files.writeString(directory.resolve("corrupt.p12"), "no store");
    Files.createDirectory(directory.resolve("directory"));
    // No server listens at 127.0.0.2.
    Files.writeString(
        directory.resolve("hosts"),
        """
        127.0.0.1 localhost
        127.0.0.1 two.invalid
        127.0.0.2 two.invalid
        127.0.0.2 last.invalid
        127.0.0.1 last.invalid
        """);
  }

  @AfterEach
  void stopServer() throws Exception {
    server.close();
  }

  /** What two logins and checks bring in a JVM with these properties, {@code javax.net.ssl.*}. */
  private List<String> asked(String host, String... properties) throws Exception {
    var options = new ArrayList<>(List.of("-Djdk.net.hosts.file=" + directory.resolve("hosts")));
    for (var property : properties) {
      options.add("-Djavax.net.ssl." + property);
    }
    var url = "https://" + host + ":" + server.port() + "/v1";
    var process =
        new ProcessBuilder(Programs.java(options, AskingProcess.class, url))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    return Programs.output(process).lines().filter(line -> line.startsWith("ASKED ")).toList();
  }

  /** Both calls fail without a retry, and fail again in the same JVM. */
  private void assertWrong(List<String> asked, String message) {
    assertThat(asked)
        .hasSize(4)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("ASKED UserMistakeException: Tried to ")
                    .contains(message)
                    .doesNotContain("tries", "etwork", "speak TLS", Certificates.PASSWORD));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.p12", "directory", "/dev/null"})
  void a_missing_trust_store_fails_although_java_would_trust_another_one(String file)
      throws Exception {
    var message =
        ", but the trust store '"
            + file
            + "' of -Djavax.net.ssl.trustStore is not a file that this user can read. Correct the"
            + " path";
    assertWrong(asked("localhost", "trustStore=" + file), message);
    assertWrong(asked("localhost", "trustStore=" + file, "trustStorePassword=fake"), message);
  }

  /** Java says that it does not have these types on this system. */
  @ParameterizedTest
  @CsvSource({"NUL, Windows-ROOT", "/dev/null, KeychainStore", "missing.p12, pkcs11"})
  void a_trust_store_that_is_no_file_is_left_to_java(String file, String type) throws Exception {
    assertWrong(
        asked("localhost", "trustStore=" + file, "trustStoreType=" + type),
        "but Java cannot read the trust store '" + file + "'");
  }

  @ParameterizedTest
  @CsvSource({"corrupt.p12, fake-store", "good.p12, fake-wrong"})
  void a_trust_store_that_java_cannot_read_is_named(String file, String password) throws Exception {
    assertWrong(
        asked("localhost", "trustStore=" + file, "trustStorePassword=" + password),
        "but Java cannot read the trust store '"
            + file
            + "' of -Djavax.net.ssl.trustStore. Check that the file is complete, and that"
            + " -Djavax.net.ssl.trustStorePassword and");
  }

  @Test
  void a_pkcs12_trust_store_without_its_password_is_named() throws Exception {
    assertWrong(
        asked("localhost", "trustStore=good.p12"),
        "but the trust store 'good.p12' of -Djavax.net.ssl.trustStore has no certificate that Java"
            + " can read. Java reads a PKCS12 store only with its password: set"
            + " -Djavax.net.ssl.trustStorePassword.");
  }

  @Test
  void an_empty_trust_store_is_named() throws Exception {
    assertWrong(
        asked("localhost", "trustStore=empty.p12", TRUST_PASSWORD),
        "but the trust store 'empty.p12' of -Djavax.net.ssl.trustStore has no certificate that"
            + " Java can read. Import the authority's certificate");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.p12, fake-store",
    "corrupt.p12, fake-store",
    "directory, fake-store",
    "good.p12, fake-wrong",
    "good.p12, ''"
  })
  void a_key_store_that_java_cannot_read_is_named(String file, String password) throws Exception {
    var asked =
        asked(
            "localhost",
            "trustStore=good.p12",
            TRUST_PASSWORD,
            "keyStore=" + file,
            "keyStorePassword=" + password);
    assertWrong(
        asked, "but Java cannot read the key store '" + file + "' of -Djavax.net.ssl.keyStore (");
    assertWrong(
        asked,
        "Check the file and -Djavax.net.ssl.keyStorePassword, or remove the properties if the");
  }

  @Test
  void a_wrong_password_for_javas_own_trust_store_is_named() throws Exception {
    assertWrong(
        asked("localhost", "trustStorePassword=fake-wrong"),
        "but Java cannot read this Java's own trust store. Check that the file");
  }

  @Test
  void good_stores_work() throws Exception {
    var asked =
        asked(
            "localhost",
            "trustStore=good.p12",
            TRUST_PASSWORD,
            "keyStore=good.p12",
            "keyStorePassword=" + Certificates.PASSWORD);
    assertThat(asked).hasSize(4).first().isEqualTo("ASKED " + Wire.TOKEN);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void the_next_address_of_a_host_is_used_when_one_refuses() throws Exception {
    assertThat(asked("last.invalid", "trustStore=good.p12", TRUST_PASSWORD))
        .hasSize(4)
        .first()
        .isEqualTo("ASKED " + Wire.TOKEN);
  }

  @Test
  void a_tls_fault_is_not_hidden_by_another_address_of_the_host() throws Exception {
    assertWrong(asked("two.invalid", "trustStore=missing.p12"), "the trust store 'missing.p12'");
    assertWrong(
        asked("two.invalid"),
        "this Java's own trust store does not know the authority of its certificate");
  }
}
