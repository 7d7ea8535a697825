package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.session.SystemTiming;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAccountTest {
  private static final Deadline SOON = new Deadline(Duration.ofSeconds(60), new SystemTiming());

  private static final Map<String, String> VARIABLES =
      Map.of("PATH", System.getenv("PATH"), "HOME", System.getenv("HOME"));
  private static final Environment ENVIRONMENT = new Environment(VARIABLES::get);

  private final Server server = new Server();
  private int decryptions;
  private String decrypted;

  /** The account, with a decrypter that returns the same password if {@code decrypted} is null. */
  private ServerAccount account(String username, String password) {
    server.setId("netnut");
    server.setUsername(username);
    server.setPassword(password);
    return new ServerAccount(
        server,
        request -> {
          decryptions++;
          var copy = request.getServers().get(0).clone();
          if (decrypted != null) {
            copy.setPassword(decrypted);
          }
          var result = mock(SettingsDecryptionResult.class);
          when(result.getServer()).thenReturn(copy);
          return result;
        },
        "settings.xml",
        ENVIRONMENT);
  }

  @Test
  void credentials_are_the_email_and_the_decrypted_password() throws Exception {
    decrypted = "fake-password";
    var credentials = account(" me@example.com ", "{COQLCE6DU6GtcS5P=}").credentials(SOON);

    assertThat(credentials.email()).isEqualTo("me@example.com");
    assertThat(credentials.password()).isEqualTo("fake-password");
    assertThat(credentials.from()).isEqualTo("<server> 'netnut' in settings.xml");
  }

  @Test
  void the_password_is_decrypted_only_for_credentials() throws Exception {
    var account = account("me@example.com", "{COQLCE6DU6GtcS5P=}");
    account.email();
    account.isComplete();

    assertThat(account.passwordStorage()).isEqualTo("encrypted");
    assertThat(decryptions).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    ", fake, its <username> is empty",
    "' ', fake, its <username> is empty",
    "me@example.com, , its <password> is empty",
    "${env.MY_MAIL}, fake, 'its <username> is the environment variable MY_MAIL, which is not set'",
    "me@example.com, ${env.MY_PASS}, 'its <password> is the environment variable MY_PASS, which'",
    "me@example.com, ${MY_PASS}, 'its <password> is the environment variable MY_PASS, which'",
    "ci-${env.A}@example.com, fake, 'its <username> holds the environment variable A, which is not'",
    "$(MY_MAIL), fake, its <username> is a variable that is not set",
    "me@example.com, %MY_PASS%, its <password> is a variable that is not set",
    "me@example.com, x${env.A}${env.B}, 'its <password> holds the environment variable A, which'",
  })
  void a_missing_value_is_named_before_anything_is_decrypted(
      String username, String password, String message) {
    assertThatThrownBy(() -> account(username, password).credentials(SOON))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("<server> 'netnut' in settings.xml, but " + message);
    assertThat(decryptions).isZero();
    assertThat(account(username, password).isComplete()).isFalse();
    assertThat(account(username, password).isBlank()).isFalse();
  }

  @Test
  void an_account_without_both_values_counts_as_absent() {
    assertThat(account("${env.A}", " ").isBlank()).isTrue();
    assertThat(account("${env.A}", "${env.B}").missingFields())
        .hasToString(
            "its <username> is the environment variable A, which is not set and its <password> is"
                + " the environment variable B, which is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{COQLCE6DU6GtcS5P=}",
        "{COQLCE6DU6GtcS5P=}\n",
        " {COQLCE6DU6GtcS5P=}",
        "{abcdefgh}",
        "reset by Oleg {COQLCE6DU6GtcS5P=}",
        "{COQLCE6DU6GtcS5P=} reset by Oleg",
        "a{abcdefgh}b",
        "{[name=masterSourceLookup,version=4.0]env:MY_PASSWORD}",
        "{[name=masterSourceLookup,version=4.0]file:/run/secrets/p}",
        "{[name=master,cipher=AES/GCM/NoPadding,version=4.1]aGVyaWJPe8+3eKLZeTBY50Bg==}",
      })
  void ciphertext_that_does_not_decrypt_is_never_used(String ciphertext) {
    assertThatThrownBy(() -> account("me@example.com", ciphertext).credentials(SOON))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll(
            "does not decrypt, so nothing was sent", "settings-security.xml", "mvnenc")
        .hasMessageNotContainingAny("COQLCE", "abcdefgh", "aGVya", "MY_PASSWORD", "/run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{COQLCE6DU6GtcS5P=}",
        "me@example.com {COQLCE6DU6GtcS5P=}",
        "{[name=masterSourceLookup,version=4.0]env:MY_MAIL}",
      })
  void an_encrypted_email_is_never_used(String ciphertext) {
    assertThatThrownBy(() -> account(ciphertext, "fake-password").email())
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("its <username> is encrypted, so nothing was sent")
        .hasMessageNotContainingAny("COQLCE", "MY_MAIL", "example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void one_end_of_line_is_dropped(String end) throws Exception {
    var plain = account("me@example.com" + end, "fake-password" + end).credentials(SOON);
    assertThat(plain.email()).isEqualTo("me@example.com");
    assertThat(plain.password()).isEqualTo("fake-password");

    decrypted = "fake-decrypted" + end;
    var encrypted = account("me@example.com", "{COQLCE6DU6GtcS5P=}").credentials(SOON);
    assertThat(encrypted.password()).isEqualTo("fake-decrypted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pa{ss}word", "{short}", "{not base64 at all!}", "{}", "a${b}c$env"})
  void a_password_with_braces_is_a_password(String password) throws Exception {
    assertThat(account("me@example.com", password).credentials(SOON).password())
        .isEqualTo(password);
  }

  @Test
  void the_configuration_can_name_an_address() throws Exception {
    var account = account("me@example.com", "fake");
    assertThat(account.apiUrl()).isEmpty();

    configure("<apiUrl> </apiUrl>");
    assertThat(account.apiUrl()).isEmpty();
    configure("<apiUrl>${env.GATEWAY}</apiUrl>");
    assertThatThrownBy(account::apiUrl)
        .hasMessageContaining("<apiUrl> of <server> 'netnut'")
        .hasMessageContaining("the environment variable GATEWAY, which is not set");
    configure("<apiUrl>https://h</apiUrl>");
    assertThat(account.apiUrl()).hasValue(ApiUrl.parse("https://h"));
    assertThat(account.isComplete()).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_command_in_its_configuration_takes_the_place_of_the_password() throws Exception {
    var account = account("me@example.com", "${env.NOT_SET}");
    configure("<passwordCommand>sh -c 'echo fake'</passwordCommand>");

    assertThat(account.isComplete()).isTrue();
    assertThat(account.runsCommand()).isTrue();
    assertThat(account.passwordStorage())
        .isEqualTo("from the command in <passwordCommand> of <server> 'netnut' in settings.xml");
    assertThat(account.credentials(SOON).password()).isEqualTo("fake");
    assertThat(decryptions).isZero();

    configure("<passwordCommand>sh -c 'exit 1'</passwordCommand>");
    assertThatThrownBy(() -> account.credentials(SOON))
        .hasMessageContaining(
            "from the command in <passwordCommand> of <server> 'netnut' in settings.xml, but it ended");
  }

  @Test
  void a_server_with_a_password_and_a_command_is_an_error() throws Exception {
    var account = account("me@example.com", "fake");
    configure("<passwordCommand>/no/such/program</passwordCommand>");

    assertThatThrownBy(account::email)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("both a <password> and a <passwordCommand>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "${env.NOT_SET}", "a ${env.NOT_SET}"})
  void a_command_that_is_blank_or_not_set_counts_as_none(String command) throws Exception {
    configure("<passwordCommand>" + command + "</passwordCommand>");

    assertThat(account("me@example.com", null).isComplete()).isFalse();
    assertThat(account(" ", null).isBlank()).isTrue();
    assertThat(account("me@example.com", "fake").credentials(SOON).password()).isEqualTo("fake");
  }

  private void configure(String content) throws Exception {
    server.setConfiguration(
        Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>")));
  }

  @ParameterizedTest
  @CsvSource({"m\uFFFD@example.com, fake, username", "me@example.com, p\uFFFDss, password"})
  void a_value_that_java_could_not_decode_is_never_sent(
      String username, String password, String field) {
    assertThatThrownBy(() -> account(username, password).credentials(SOON))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll(
            "<" + field + "> of <server> 'netnut' in settings.xml", "LC_ALL=C.UTF-8")
        .hasMessageNotContaining("p\uFFFDss");
    assertThat(decryptions).isZero();
  }

  @Test
  void a_message_names_the_server_by_its_id_on_one_line() {
    server.setId("odd\nid");

    assertThat(
            new ServerAccount(server, mock(SettingsDecrypter.class), "settings.xml", ENVIRONMENT))
        .hasToString("<server> 'odd\\nid' in settings.xml");
  }
}
