package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.session.SystemTiming;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  private final Map<String, String> variables = new HashMap<>();
  private final Environment environment = new Environment(variables::get);
  @TempDir private Path directory;

  private String fileWith(String content) throws IOException {
    return Files.writeString(directory.resolve("secret"), content).toString();
  }

  @Test
  void the_home_directory_is_an_absolute_path_of_the_environment() {
    var variable = File.separatorChar == '/' ? "HOME" : "USERPROFILE";
    assertThat(environment.home()).isEmpty();

    variables.put(variable, "here");
    assertThat(environment.home()).isEmpty();

    // As with a letter that the character set of the locale lacks.
    variables.put(variable, "/home/a\0b");
    assertThat(environment.home()).isEmpty();

    variables.put(variable, directory.toString());
    assertThat(environment.home()).hasValue(directory);
  }

  /** The last row is the locale POSIX with the usual -Dfile.encoding: Java decodes UTF-8. */
  @ParameterizedTest
  @CsvSource({
    "pä, 17, ISO-8859-1, UTF-8, true",
    "pa, 17, ISO-8859-1, UTF-8, false",
    "pä, 18, ISO-8859-1, UTF-8, false",
    "pä, 17, ISO-8859-1, ISO8859_1, false",
    "pä, 17, UTF-8, ANSI_X3.4-1968, false",
  })
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_variable_that_java_decoded_in_another_character_set_than_the_locales_is_noticed(
      String value, int java, String used, String locale, boolean isMisread) {
    assertThat(Environment.isMisread(value, java, Charset.forName(used), locale))
        .isEqualTo(isMisread);
  }

  @Test
  void an_address_that_is_none_is_reported_with_the_variable_and_without_its_value()
      throws Exception {
    variables.put("NETNUT_API_URL", " https://api.invalid/v1\n");
    assertThat(environment.apiUrl()).hasValue(ApiUrl.parse("https://api.invalid/v1"));

    variables.put("NETNUT_API_URL", "gw.example");

    assertThatThrownBy(environment::apiUrl)
        .hasMessageContaining("set by NETNUT_API_URL, cannot be used: it has to start with https")
        .hasMessageNotContaining("gw.example");
  }

  private Credentials credentials() throws AuthException {
    var deadline = new Deadline(Duration.ofSeconds(60), new SystemTiming());
    return environment.account().orElseThrow().credentials(deadline);
  }

  private static Stream<String> names() {
    return Stream.of(
            "EMAIL",
            "PASSWORD",
            "PASSWORD_FILE",
            "PASSWORD_COMMAND",
            "TOKEN",
            "TOKEN_FILE",
            "API_URL")
        .map("NETNUT_"::concat);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "${NETNUT_X}", "$(NETNUT_X)", "%NETNUT_X%"})
  void blank_variables_and_unresolved_references_count_as_not_set(String blank) throws Exception {
    names().forEach(name -> variables.put(name, blank));

    assertThat(environment.account()).isEmpty();
    assertThat(environment.token()).isEmpty();
    assertThat(environment.apiUrl()).isEmpty();
  }

  @Test
  void the_password_keeps_its_blanks_and_special_characters() throws Exception {
    variables.put("NETNUT_EMAIL", " me@example.com ");
    variables.put("NETNUT_PASSWORD", " fake \"p\\ass\" ünd 🔑 ");

    assertThat(credentials().email()).isEqualTo("me@example.com");
    assertThat(credentials().password()).isEqualTo(" fake \"p\\ass\" ünd 🔑 ");
    assertThat(credentials().from()).isEqualTo("NETNUT_EMAIL and NETNUT_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\r"})
  void one_end_of_line_is_dropped_whichever_source_it_comes_from(String end) throws Exception {
    variables.put("NETNUT_EMAIL", "me@example.com" + end);
    variables.put("NETNUT_PASSWORD", "fake 🔑 pass" + end);
    assertThat(credentials().email()).isEqualTo("me@example.com");
    assertThat(credentials().password()).isEqualTo("fake 🔑 pass");

    variables.remove("NETNUT_PASSWORD");
    variables.put("NETNUT_PASSWORD_FILE", fileWith("fake 🔑 pass" + end) + end);
    assertThat(credentials().password()).isEqualTo("fake 🔑 pass");

    variables.put("NETNUT_TOKEN_FILE", fileWith("fake-token" + end) + end);
    assertThat(environment.token()).hasValue(new ProvidedToken("fake-token", "NETNUT_TOKEN_FILE"));
    variables.put("NETNUT_TOKEN", "fake-token" + end);
    assertThat(environment.token()).hasValue(new ProvidedToken("fake-token", "NETNUT_TOKEN"));
  }

  @Test
  void the_password_file_is_not_read_for_the_email() throws Exception {
    variables.put("NETNUT_EMAIL", " me@example.com ");
    variables.put("NETNUT_PASSWORD_FILE", directory.resolve("missing").toString());

    var account = environment.account().orElseThrow();
    assertThat(account.email()).isEqualTo("me@example.com");
    assertThat(account.passwordStorage()).isEqualTo("in NETNUT_PASSWORD_FILE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "NETNUT_EMAIL: NETNUT_EMAIL without NETNUT_PASSWORD or NETNUT_PASSWORD_FILE or NETNUT_P",
        "NETNUT_PASSWORD: NETNUT_PASSWORD without NETNUT_EMAIL",
        "NETNUT_EMAIL,NETNUT_PASSWORD,NETNUT_PASSWORD_FILE:"
            + " both NETNUT_PASSWORD and NETNUT_PASSWORD_FILE",
        "NETNUT_EMAIL,NETNUT_PASSWORD_COMMAND,NETNUT_PASSWORD_FILE: both NETNUT_PASSWORD_COMMAND ",
      })
  void an_account_that_is_incomplete_or_ambiguous_fails_only_for_its_credentials(
      String set, String message) throws Exception {
    var names = List.of(set.split(","));
    names.forEach(name -> variables.put(name, "fake@example.com"));

    var account = environment.account().orElseThrow();
    assertThat(account.email()).isEqualTo(variables.get("NETNUT_EMAIL"));
    assertThat(account.runsCommand()).isFalse();
    assertThat(account).hasToString(String.join(" and ", names));
    assertThatThrownBy(this::credentials)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("there is " + message)
        .hasMessageNotContaining("fake");
  }

  @Test
  void a_password_command_runs_only_when_the_password_is_needed() throws Exception {
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put("NETNUT_PASSWORD_COMMAND", "echo 'fake  password'");
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", directory.toString());

    assertThat(credentials().password()).isEqualTo("fake  password");
    assertThat(credentials().from()).isEqualTo("NETNUT_EMAIL and NETNUT_PASSWORD_COMMAND");
    variables.put("NETNUT_PASSWORD_COMMAND", "/no/such/program show fake");
    var account = environment.account().orElseThrow();
    assertThat(account.runsCommand()).isTrue();
    assertThat(account.passwordStorage()).isEqualTo("from the command in NETNUT_PASSWORD_COMMAND");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_variable_that_java_cannot_decode_is_refused(String name) {
    variables.put(name, "fake-p\uFFFD");

    assertThatThrownBy(
            () -> {
              assertThat(environment.account()).isEmpty();
              assertThat(environment.token()).isEmpty();
              assertThat(environment.apiUrl()).isEmpty();
            })
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll("variable " + name, "LC_ALL=C.UTF-8")
        .hasMessageNotContaining("fake-p");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NETNUT_PASSWORD_FILE", "NETNUT_PASSWORD_COMMAND", "NETNUT_TOKEN_FILE"})
  void the_secret_itself_in_a_variable_of_another_kind_is_not_shown(String name) {
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put(name, "S3cret-hunter2");
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", directory.toString());

    assertThatThrownBy(
            () -> {
              assertThat(environment.token()).isEmpty();
              credentials();
            })
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining(name)
        .hasMessageNotContainingAny("S3cret", "hunter2");
  }

  @Test
  void an_empty_password_file_is_refused() throws Exception {
    variables.put("NETNUT_EMAIL", "me@example.com");
    variables.put("NETNUT_PASSWORD_FILE", fileWith("\n"));

    assertThatThrownBy(this::credentials).hasMessageContaining("is empty");
  }

  @Test
  void a_literal_property_reference_counts_as_no_token() throws Exception {
    variables.put("NETNUT_TOKEN", "${netnut.token}");
    assertThat(environment.token()).isEmpty();

    variables.put("NETNUT_TOKEN_FILE", fileWith("${netnut.token}"));
    assertThat(environment.token()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "trailing "})
  void a_malformed_token_is_refused_and_not_shown(String value) {
    variables.put("NETNUT_TOKEN", value);

    assertThatThrownBy(environment::token)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll("NETNUT_TOKEN", "malformed token")
        .hasMessageNotContaining(value);
  }
}
