package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
  @ParameterizedTest
  @EnumSource
  void an_address_that_nobody_vouches_for_is_refused_whatever_set_it(ApiUrlSource source)
      throws Exception {
    var address = new ApiAddress(ApiUrl.parse("https://foreign.invalid/v1"), source, null);

    assertThatThrownBy(() -> address.requireSafe(true))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("https://foreign.invalid/v1 (set by " + source + ")")
        .hasMessageContaining("nothing was sent");
  }

  @Test
  void the_refusal_gives_the_whole_line_that_trusts_the_address() {
    assertThatThrownBy(() -> at("https://FOREIGN.invalid:8443/a/v1/", null).requireSafe(false))
        .hasMessageEndingWith(" NETNUT_API_URL=https://foreign.invalid:8443/a/v1 mvn …");
  }

  @Test
  void a_message_says_so_if_the_address_comes_from_outside_of_the_project() {
    assertThat(ApiUrlSource.values())
        .extracting(source -> new ApiAddress(ApiUrl.DEFAULT, source, null).toString())
        .containsExactly(
            ApiUrl.DEFAULT.toString(),
            ApiUrl.DEFAULT.toString(),
            ApiUrl.DEFAULT + " (from the <server>)",
            ApiUrl.DEFAULT + " (from NETNUT_API_URL)",
            ApiUrl.DEFAULT.toString());
  }

  @Test
  void this_machine_is_not_trusted_by_itself() throws Exception {
    assertThatThrownBy(() -> at("http://127.0.0.1:8080", null).requireSafe(true))
        .hasMessageContaining("is not one that you trust");
    at("http://127.0.0.1:8080", "somebody said so").requireSafe(false);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void plain_http_is_refused_beyond_this_machine_even_if_trusted(boolean isTrusted)
      throws Exception {
    var address = at("http://gateway.invalid", isTrusted ? "somebody said so" : null);

    assertThatThrownBy(() -> address.requireSafe(false))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("plain http")
        .hasMessageContaining("allowInsecureHttp");
    assertThatCode(() -> at("http://gateway.invalid", "somebody said so").requireSafe(true))
        .doesNotThrowAnyException();
  }

  private static ApiAddress at(String url, String trust) throws UserMistakeException {
    return new ApiAddress(ApiUrl.parse(url), ApiUrlSource.PARAMETER, trust);
  }
}
