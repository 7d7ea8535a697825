package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtExpiryTest {
  private static String jwt(String claims) {
    return "eyJh."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "1795608000, 2026-11-25T12:00:00Z",
    "1795608000.25, 2026-11-25T12:00:00.250Z",
    "1.795608e9, 2026-11-25T12:00:00Z",
    "253402300799, 9999-12-31T23:59:59Z",
  })
  void reads_seconds_since_1970(String exp, Instant expiry) {
    assertThat(JwtExpiry.of(jwt("{\"iat\":1,\"x\":{\"exp\":5},\"exp\":" + exp + "}")))
        .hasValue(expiry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"x\":{\"exp\":5}}",
        "{\"exp\":\"1795608000\"}",
        "{\"exp\":null}",
        "{\"exp\":-1}",
        "{\"exp\":1e300}",
        "{\"exp\":253402300800}",
        "{\"exp\":[1]}",
        "[1]",
        "",
        "{\"exp\":1",
        "{\"exp\":1,\"exp\":2}",
      })
  void claims_without_a_usable_exp_have_no_expiry(String claims) {
    assertThat(JwtExpiry.of(jwt(claims))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.b.c.d", "a.!!.c", "..", "a..c"})
  void a_token_that_is_not_a_jwt_has_no_expiry(String token) {
    assertThat(JwtExpiry.of(token)).isEmpty();
  }
}
