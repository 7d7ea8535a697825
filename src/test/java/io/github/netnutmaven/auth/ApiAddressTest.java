package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
  private static final Map<String, String> NOBODY = Map.of();
  private static final Map<String, String> GATEWAY =
      Map.of("https://gateway.invalid", "NETNUT_API_URL");

  @Test
  void the_address_is_the_first_that_is_set() throws Exception {
    var parameter = ApiUrl.parse("https://parameter.invalid");
    var server = ApiUrl.parse("https://server.invalid");
    var environment = ApiUrl.parse("https://environment.invalid");

    assertThat(ApiAddress.choose(parameter, server, environment))
        .isEqualTo(new ApiAddress(parameter, ApiUrlSource.PARAMETER));
    assertThat(ApiAddress.choose(null, server, environment))
        .isEqualTo(new ApiAddress(server, ApiUrlSource.SERVER));
    assertThat(ApiAddress.choose(null, null, environment))
        .isEqualTo(new ApiAddress(environment, ApiUrlSource.ENVIRONMENT));
    assertThat(ApiAddress.choose(null, null, null))
        .isEqualTo(new ApiAddress(ApiUrl.DEFAULT, ApiUrlSource.DEFAULT));
  }

  @ParameterizedTest
  @EnumSource
  void an_origin_that_nobody_named_is_refused_whatever_set_it(ApiUrlSource source)
      throws Exception {
    var address = new ApiAddress(ApiUrl.parse("https://foreign.invalid/v1"), source);

    assertThat(address.trust(GATEWAY)).isEmpty();
    assertThatThrownBy(() -> address.requireSafe(GATEWAY, true))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("https://foreign.invalid/v1 (set by " + source + ")")
        .hasMessageContaining("nothing was sent");
  }

  @Test
  void the_refusal_gives_a_line_that_no_path_can_add_a_command_to() throws Exception {
    assertThatThrownBy(() -> at("https://foreign.invalid:8443/;reboot").requireSafe(NOBODY, false))
        .hasMessageEndingWith(" NETNUT_API_URL=https://foreign.invalid:8443 mvn …");
  }

  @Test
  void a_message_says_what_set_it_in_the_users_words() {
    assertThat(ApiUrlSource.values())
        .extracting(ApiUrlSource::toString)
        .containsExactly(
            "the sandbox of this build",
            "apiUrl, in the project or by -D",
            "the <server>",
            "NETNUT_API_URL",
            "default");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.invalid/other",
        "HTTPS://Gateway.INVALID",
        "https://gateway.invalid:443/v1/",
        "https://gateway.invalid:/"
      })
  void origins_are_compared_and_not_texts(String url) throws Exception {
    assertThat(at(url).trust(GATEWAY)).hasValue("named in NETNUT_API_URL");
    assertThatCode(() -> at(url).requireSafe(GATEWAY, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.invalid:8443",
        "http://gateway.invalid",
        "https://gateway.invalid.",
        "https://x.gateway.invalid",
        "https://gateway.invalid.evil.invalid"
      })
  void another_scheme_host_or_port_is_another_origin(String url) throws Exception {
    assertThat(at(url).trust(GATEWAY)).isEmpty();
    assertThatThrownBy(() -> at(url).requireSafe(GATEWAY, true))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("is not one that you trust");
  }

  @Test
  void the_service_and_this_machine_need_no_name() throws Exception {
    assertThat(at(ApiUrl.DEFAULT.origin()).trust(NOBODY)).hasValue("the service itself");
    assertThat(at("http://localhost:8080").trust(NOBODY)).hasValue("this machine");
    at("http://localhost:8080").requireSafe(NOBODY, false);
    at(ApiUrl.DEFAULT.origin() + "/v2").requireSafe(NOBODY, false);
  }

  @Test
  void plain_http_is_refused_beyond_this_machine_even_if_trusted() throws Exception {
    var trusted = Map.of("http://gateway.invalid", "NETNUT_API_URL");

    assertThatThrownBy(() -> at("http://gateway.invalid").requireSafe(trusted, false))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("plain http")
        .hasMessageContaining("allowInsecureHttp");
    assertThatCode(() -> at("http://gateway.invalid").requireSafe(trusted, true))
        .doesNotThrowAnyException();
  }

  private static ApiAddress at(String url) throws UserMistakeException {
    return new ApiAddress(ApiUrl.parse(url), ApiUrlSource.PARAMETER);
  }
}
