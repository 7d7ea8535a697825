package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiAddressTest {
  private static final Optional<String> PARAMETER = Optional.of("https://parameter.invalid");
  private static final Optional<String> SERVER = Optional.of("https://server.invalid");
  private static final Optional<String> ENVIRONMENT = Optional.of("https://environment.invalid");
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void is_the_first_that_is_set() throws Exception {
    assertThat(ApiAddress.choose(PARAMETER, true, SERVER, ENVIRONMENT).source())
        .isEqualTo(ApiUrlSource.COMMAND_LINE);
    assertThat(ApiAddress.choose(PARAMETER, false, SERVER, ENVIRONMENT).source())
        .isEqualTo(ApiUrlSource.PROJECT);
    assertThat(ApiAddress.choose(NONE, false, SERVER, ENVIRONMENT).url())
        .hasToString("https://server.invalid");
    assertThat(ApiAddress.choose(NONE, false, NONE, ENVIRONMENT).url())
        .hasToString("https://environment.invalid");
    assertThat(ApiAddress.choose(NONE, false, NONE, NONE).url()).isEqualTo(ApiUrl.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource
  void an_origin_that_nobody_named_is_refused_whoever_set_it(ApiUrlSource source) {
    assertThatThrownBy(() -> at("https://foreign.invalid/v1", source, Map.of(), true))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("https://foreign.invalid/v1 (set by " + source + ")")
        .hasMessageContaining("nothing was sent")
        .hasMessageContaining("-Dnetnut.apiUrl=https://foreign.invalid/v1");
  }

  @Test
  void a_refusal_names_who_set_it_in_the_users_words() {
    assertThat(ApiUrlSource.values())
        .extracting(ApiUrlSource::toString)
        .containsExactly(
            "the sandbox of this build",
            "-Dnetnut.apiUrl",
            "the project",
            "the <server>",
            "NETNUT_API_URL",
            "default");
  }

  @Test
  void a_trusted_origin_is_trusted_on_every_path_but_not_on_another_port() throws Exception {
    var trusted = Map.of("https://gateway.invalid", "NETNUT_API_URL");

    assertThat(at("https://gateway.invalid/other", ApiUrlSource.PROJECT, trusted, false))
        .isEqualTo("named in NETNUT_API_URL");
    assertThatThrownBy(
            () -> at("https://gateway.invalid:8443", ApiUrlSource.PROJECT, trusted, false))
        .isInstanceOf(UserMistakeException.class);
  }

  @Test
  void the_services_own_and_this_machine_need_no_word() throws Exception {
    assertThat(at(ApiUrl.DEFAULT.origin(), ApiUrlSource.PROJECT, Map.of(), false))
        .isEqualTo("the service's own");
    assertThat(at("http://localhost:8080", ApiUrlSource.PROJECT, Map.of(), false))
        .isEqualTo("this machine");
  }

  @Test
  void plain_http_is_refused_beyond_this_machine_even_where_trusted() throws Exception {
    var trusted = Map.of("http://gateway.invalid", "-Dnetnut.apiUrl");

    assertThatThrownBy(
            () -> at("http://gateway.invalid", ApiUrlSource.COMMAND_LINE, trusted, false))
        .hasMessageContaining("plain http")
        .hasMessageContaining("allowInsecureHttp");
    assertThat(at("http://gateway.invalid", ApiUrlSource.COMMAND_LINE, trusted, true))
        .isEqualTo("named in -Dnetnut.apiUrl");
    assertThatThrownBy(() -> at("http://foreign.invalid", ApiUrlSource.PROJECT, trusted, true))
        .hasMessageContaining("none that you have trusted");
  }

  private static String at(
      String url, ApiUrlSource source, Map<String, String> trusted, boolean insecure)
      throws UserMistakeException {
    return new ApiAddress(ApiUrl.parse(url), source).requireSafe(trusted, insecure);
  }
}
