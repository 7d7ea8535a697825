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

  /** Java would trust its own store instead of a missing one. It has none of the types here. */
  @ParameterizedTest
  @CsvSource({
    "trustStore=missing.p12, the trust store 'missing.p12' of -Djavax.net.ssl.trustStore is not a file that this user",
    "trustStore=directory trustStorePassword=fake, the trust store 'directory' of -Djavax.net.ssl.trustStore is not a",
    "trustStore=/dev/null, the trust store '/dev/null' of -Djavax.net.ssl.trustStore is not a file that this user can",
    "trustStore=NUL trustStoreType=Windows-ROOT, but Java cannot read the trust store 'NUL'",
    "trustStore=/dev/null trustStoreType=KeychainStore, but Java cannot read the trust store '/dev/null'",
    "trustStore=missing.p12 trustStoreType=pkcs11, but Java cannot read the trust store 'missing.p12'",
    "trustStore=corrupt.p12 trustStorePassword=fake, the trust store 'corrupt.p12' of -Djavax.net.ssl.trustStore. Check",
    "trustStore=good.p12 trustStorePassword=fake, but Java cannot read the trust store 'good.p12' of -D",
    "trustStore=good.p12, has no certificate that Java can read. Java reads a PKCS12 store only with",
    "trustStore=empty.p12 PASSWORD, has no certificate that Java can read. Import the authority's",
    "trustStore=good.p12 PASSWORD keyStore=missing.p12, but Java cannot read the key store 'missing.p12'",
    "trustStore=good.p12 PASSWORD keyStore=corrupt.p12, the key store 'corrupt.p12' of -Djavax.net.ssl.keyStore (",
    "trustStore=good.p12 PASSWORD keyStore=good.p12, but Java cannot read the key store 'good.p12'",
    "trustStorePassword=fake, but Java cannot read this Java's own trust store. Check that the file",
  })
  void a_store_that_java_cannot_use_is_named(String properties, String message) throws Exception {
    var options = properties.replace("PASSWORD", TRUST_PASSWORD).split(" ");
    assertWrong(asked("localhost", options), message);
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
