package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.FaultServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Things that a server may ask of a client, and that this client does not do. */
@Timeout(60)
class TemptationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic realm=\"x\"",
        "Negotiate",
        "NTLM",
        "Bearer",
        "Digest realm=\"x\", nonce=\"y\"",
        "Basic realm=\"x",
        ",,=\"",
        ""
      })
  void no_challenge_is_answered(String challenge) throws Exception {
    var responses = new String[] {"401 X\r\nWWW-Authenticate: ", "407 X\r\nProxy-Authenticate: "};
    for (var response : responses) {
      var head = "HTTP/1.1 " + response + challenge + "\r\n";
      try (var server = new FaultServer(text(head, ""))) {
        assertThat(new Wire().failedLogin(server)).isInstanceOf(UserMistakeException.class);
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0)).doesNotContain("Authorization");
      }
    }
  }

  @Test
  void no_cookie_refresh_location_or_alternative_service_is_used() throws Exception {
    try (var other = new FaultServer(json(200, Wire.GRANTED));
        var server =
            new FaultServer(
                text(
                    "HTTP/1.1 200 X\r\nSet-Cookie: fake=1; Path=/\r\nRefresh: 0; url="
                        + other.url()
                        + "\r\nLocation: "
                        + other.url()
                        + "\r\nAlt-Svc: h2c=\"127.0.0.1:"
                        + other.port()
                        + "\"\r\n",
                    Wire.GRANTED),
                json(200, "{\"success\":true}"));
        var api = new Wire().open(server.url())) {
      api.check(api.login(Wire.CREDENTIALS));

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(1)).doesNotContainIgnoringCase("Cookie");
      assertThat(other.connections()).isZero();
    }
  }
}
