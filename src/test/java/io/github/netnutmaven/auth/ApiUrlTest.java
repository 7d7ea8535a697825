package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://customers-api.netnut.io/v1, https://customers-api.netnut.io/v1",
    "' HTTPS://Customers-API.NetNut.io:443/v1/// ', https://customers-api.netnut.io/v1",
    "http://h:80, http://h",
    "http://h:443, http://h:443",
    "https://h:8443/a-b_c.d~e/1//, https://h:8443/a-b_c.d~e/1",
    "https://[2001:DB8::1]:8443/v1, https://[2001:db8::1]:8443/v1",
    "https://h:/v1, https://h/v1",
    "https://[2001:DB8::1]/v1, https://[2001:db8::1]/v1",
    "https://[2001:DB8::1]:/v1, https://[2001:db8::1]/v1",
    "https://h:80, https://h:80",
    "https://h:1, https://h:1",
    "https://h:65535, https://h:65535",
  })
  void has_one_spelling(String written, String spelled) throws Exception {
    assertThat(ApiUrl.parse(written))
        .hasToString(spelled)
        .isEqualTo(ApiUrl.parse(spelled))
        .hasSameHashCodeAs(spelled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "netnut",
        "//h/v1",
        "file:/etc/passwd",
        "ftp://h",
        "https:",
        "https://",
        "https:///v1",
        "https://me:fake-secret@h/v1",
        "https://me@h",
        "https://h/v1?fake-secret=1",
        "https://h/v1#f",
        "https://h:0",
        "https://h:65536",
        "https://:7",
        "https://h:port",
        "https://h:-1",
        "https://h%2Fx/v1",
        "https://h/v1/../v2",
        "https://h/./v1",
        "https://h h",
        "https://h_x/v1",
        "https://[::1",
        "https://h/ü",
        "https://bücher.example",
        "https://h/a%20b",
        "https://h/;reboot",
        "https://h/$(reboot)",
        "https://h/`reboot`",
        "https://h/a&b",
        "https://h/a'b",
        "https://h/a=b",
        "https://h/a:b",
        "https://h/a@b",
        "https://h/a*",
        "jdbc:https://h",
        "http://127.0.0.256",
        "http://127.1",
        "http://0x7f.0.0.1",
        "https://h\\@foreign.invalid",
        "https://customers-api.netnut.io\u2100.foreign.invalid",
        "https://customers-api.netnut.io\uff20foreign.invalid",
        "https://customers-api.netnut.io\uff0fforeign.invalid",
        "https://[fe80::1%25eth0]",
        "https://h:999999999999",
      })
  void refuses_the_rest_without_quoting_it(String written) {
    assertThatThrownBy(() -> ApiUrl.parse(written))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'apiUrl'")
        .hasMessageNotContaining("fake-secret");
  }

  @Test
  void a_refusal_names_what_set_the_address_and_what_is_wrong() {
    assertThatThrownBy(() -> ApiUrl.parse("gw.example", "NETNUT_API_URL"))
        .hasMessage(
            "The address of the API, set by NETNUT_API_URL, cannot be used: it has to start with"
                + " https://. Write it as in https://customers-api.netnut.io/v1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://me:fake-secret@h/v1", "https://me@h", "https://@h"})
  void an_address_with_a_user_is_refused_with_advice(String written) {
    assertThatThrownBy(() -> ApiUrl.parse(written)).hasMessageContaining("in the <server>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.255.255.254", "[::1]", "[::1]:80"})
  void literal_loopback_names_are_this_machine(String host) throws Exception {
    assertThat(ApiUrl.parse("http://" + host).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost.example.com",
        "127.0.0.1.example.com",
        "128.0.0.1",
        "0.0.0.0",
        "[::2]",
        "my-localhost",
        "10.127.0.1",
        "[::ffff:127.0.0.1]",
        "127.0.0.example",
        "127.0.0.01",
        "0177.0.0.1",
        "2130706433",
        "127",
      })
  void other_names_and_unusual_forms_of_its_address_are_not_loopback(String host) throws Exception {
    assertThat(ApiUrl.parse("http://" + host).isLoopback()).isFalse();
  }

  @Test
  void an_address_has_an_origin_and_a_port() throws Exception {
    assertThat(ApiUrl.parse("https://h:8443/v1").origin()).isEqualTo("https://h:8443");
    assertThat(ApiUrl.parse("https://h/v1").hostAndPort()).isEqualTo("h:443");
    assertThat(ApiUrl.parse("http://h/v1").hostAndPort()).isEqualTo("h:80");
    assertThat(ApiUrl.parse("http://h:7/v1").hostAndPort()).isEqualTo("h:7");
    assertThat(ApiUrl.parse("http://h:7") + "/auth/login").isEqualTo("http://h:7/auth/login");
  }
}
