package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.TestProxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProxyTest {
  private static final String API = "https://api.invalid/v1";

  @Test
  void plain_http_goes_through_the_proxy_too() throws Exception {
    try (var server = new FaultServer(json(200, Wire.GRANTED));
        var proxy = new TestProxy(server.port());
        var api = new Wire().proxy(proxy.port()).open("http://api.invalid/v1")) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("POST http://api.invalid/v1/auth/login HTTP/1.1\r\n")
          .contains("\r\nProxy-Authorization: Basic ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Proxy-Authenticate: Basic realm=\"x\"",
        "Proxy-Authenticate: NTLM",
        "Proxy-Authenticate: Negotiate",
        "Proxy-Authenticate: =garbage",
        "X: y",
      })
  void a_proxy_that_wants_other_credentials_is_asked_once(String header) throws Exception {
    var response = "HTTP/1.1 407 X\r\n" + header + "\r\nContent-Length: 0\r\n\r\n";
    try (var proxy = new TestProxy(response)) {
      assertThat(new Wire().proxy(proxy.port()).failedLogin(API))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port())
          .hasMessageContaining("<proxy> 'office' in settings.xml")
          .hasMessageContaining("wants other credentials (407)")
          .hasMessageNotContaining("fake-proxy-password");
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void a_proxys_refusal_is_not_taken_for_the_apis_response(int status) throws Exception {
    try (var proxy = new TestProxy("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(new Wire().proxy(proxy.port()).failedLogin(API))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("did not let us through to api.invalid:443 (" + status + ")");
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502})
  void trouble_in_the_proxy_is_retried(int status) throws Exception {
    var page = "<html>down</html>";
    var head = "HTTP/1.1 " + status + " X\r\nContent-Type: text/html\r\nContent-Length: ";
    try (var proxy = new TestProxy(head + page.length() + "\r\n\r\n" + page)) {
      assertThat(new Wire().retries(2).proxy(proxy.port()).failedLogin(API))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("(3 tries), but the proxy 127.0.0.1:" + proxy.port())
          .hasMessageContaining("(" + status + ")")
          .hasMessageNotContaining("<html>");
      assertThat(proxy.heads()).hasSize(3);
    }
  }

  @Test
  void a_proxy_that_is_down_is_retried_and_named() throws Exception {
    int port = Wire.closedPort();
    assertThat(new Wire().retries(1).proxy(port).failedLogin(API))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining(
            "(2 tries), but the connection to the proxy 127.0.0.1:" + port + " (<proxy> 'office'")
        .hasMessageContaining("was refused");
  }

  @Test
  void a_proxy_that_hangs_ends_within_the_limit() throws Exception {
    try (var silent = new FaultServer(FaultServer.silence())) {
      assertThat(
              new Wire()
                  .timeout(Duration.ofMillis(600))
                  .retries(0)
                  .proxy(silent.port())
                  .failedLogin(API))
          .isInstanceOf(ServiceException.class);
      assertThat(silent.requests()).hasSize(1);
    }
  }
}
