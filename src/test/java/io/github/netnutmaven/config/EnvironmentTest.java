package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.UserMistakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private final Map<String, String> variables = new HashMap<>();
  private final Environment environment = new Environment(variables::get);
  @TempDir private Path folder;

  private Credentials credentials() throws UserMistakeException {
    return environment.account().orElseThrow().credentials();
  }

  @Test
  void an_empty_one_has_nothing() throws Exception {
    variables.put("NETNUT_EMAIL", " ");
    variables.put("NETNUT_PASSWORD", "");
    variables.put("NETNUT_PASSWORD_FILE", "");
    variables.put("NETNUT_TOKEN", "");
    variables.put("NETNUT_TOKEN_FILE", " ");
    variables.put("NETNUT_API_URL", "");

    assertThat(environment.account()).isEmpty();
    assertThat(environment.token()).isEmpty();
    assertThat(environment.apiUrl()).isEmpty();
  }

  @Test
  void the_password_is_taken_as_it_is_blanks_included() throws Exception {
    variables.put("NETNUT_EMAIL", " me@example.com ");
    variables.put("NETNUT_PASSWORD", " fake \"p\\ass\" ünd 🔑 ");

    assertThat(credentials().email()).isEqualTo("me@example.com");
    assertThat(credentials().password()).isEqualTo(" fake \"p\\ass\" ünd 🔑 ");
    assertThat(credentials().from()).isEqualTo("NETNUT_EMAIL and NETNUT_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake 🔑 pass", "fake 🔑 pass\n", "fake 🔑 pass\r\n"})
  void a_file_loses_one_newline_at_its_end(String content) throws Exception {
    var file = Files.writeString(folder.resolve("password"), content);
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put("NETNUT_PASSWORD_FILE", file.toString());

    assertThat(credentials().password()).isEqualTo("fake 🔑 pass");
  }

  @Test
  void the_address_is_taken_without_the_blanks_around_it() throws Exception {
    variables.put("NETNUT_API_URL", " https://api.invalid/v1\n");

    assertThat(environment.apiUrl()).hasValue(ApiUrl.parse("https://api.invalid/v1"));
  }

  @Test
  void an_account_says_whose_it_is_and_where_its_password_is_before_that_is_read()
      throws Exception {
    variables.put("NETNUT_EMAIL", " me@example.com ");
    variables.put("NETNUT_PASSWORD_FILE", folder.resolve("missing").toString());

    var account = environment.account().orElseThrow();
    assertThat(account.email()).isEqualTo("me@example.com");
    assertThat(account.passwordStorage()).isEqualTo("in NETNUT_PASSWORD_FILE");
  }

  @Test
  void half_a_pair_is_told() {
    variables.put("NETNUT_EMAIL", "me@example.com");
    assertThatThrownBy(environment::account)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_EMAIL without NETNUT_PASSWORD or NETNUT_PASSWORD_FILE");

    variables.clear();
    variables.put("NETNUT_PASSWORD", "fake-password");
    assertThatThrownBy(environment::account)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_PASSWORD without NETNUT_EMAIL")
        .hasMessageNotContaining("fake-password");
  }

  @Test
  void two_passwords_are_refused() {
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put("NETNUT_PASSWORD", "fake-password");
    variables.put("NETNUT_PASSWORD_FILE", "/not/read");

    assertThatThrownBy(environment::account)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("both NETNUT_PASSWORD and NETNUT_PASSWORD_FILE")
        .hasMessageNotContaining("fake-password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NETNUT_EMAIL", "NETNUT_PASSWORD", "NETNUT_PASSWORD_FILE"})
  void an_account_that_java_could_not_decode_is_refused(String name) {
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put(name, "fake-p\uFFFD");

    assertThatThrownBy(environment::account)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("variable " + name)
        .hasMessageContaining("LC_ALL=C.UTF-8")
        .hasMessageNotContaining("fake-p");
  }

  @Test
  void a_token_or_an_address_that_java_could_not_decode_is_refused() {
    variables.put("NETNUT_TOKEN", "fake-t\uFFFD");
    variables.put("NETNUT_API_URL", "https://\uFFFD.invalid");

    assertThatThrownBy(environment::token).hasMessageContaining("variable NETNUT_TOKEN");
    assertThatThrownBy(environment::apiUrl).hasMessageContaining("variable NETNUT_API_URL");
  }

  @Test
  void a_file_may_have_64_kib() throws Exception {
    variables.put("NETNUT_EMAIL", "me@example.com");
    var longest = "x".repeat(64 * 1024);
    variables.put(
        "NETNUT_PASSWORD_FILE", Files.writeString(folder.resolve("longest"), longest).toString());

    assertThat(credentials().password()).isEqualTo(longest);
  }

  @Test
  void an_empty_file_is_no_password() throws Exception {
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put(
        "NETNUT_PASSWORD_FILE", Files.writeString(folder.resolve("empty"), "\n").toString());

    assertThatThrownBy(this::credentials).hasMessageContaining("is empty");
  }

  @Test
  void a_token_is_taken_from_the_first_that_is_set() throws Exception {
    variables.put(
        "NETNUT_TOKEN_FILE", Files.writeString(folder.resolve("token"), "from-file\n").toString());
    assertThat(environment.token()).hasValue(new ProvidedToken("from-file", "NETNUT_TOKEN_FILE"));

    variables.put("NETNUT_TOKEN", "direct\n");
    assertThat(environment.token()).hasValue(new ProvidedToken("direct", "NETNUT_TOKEN"));
  }

  @Test
  void what_a_skipped_login_leaves_is_no_token() throws Exception {
    variables.put("NETNUT_TOKEN", "${netnut.token}");
    assertThat(environment.token()).isEmpty();

    variables.put(
        "NETNUT_TOKEN_FILE", Files.writeString(folder.resolve("t"), "${netnut.token}").toString());
    assertThat(environment.token()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "umläut", "a\nb", "quote\"", "trailing "})
  void what_is_no_token_is_told_and_not_shown(String value) {
    variables.put("NETNUT_TOKEN", value);

    assertThatThrownBy(environment::token)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_TOKEN")
        .hasMessageContaining("malformed token")
        .hasMessageNotContaining(value);
  }
}
