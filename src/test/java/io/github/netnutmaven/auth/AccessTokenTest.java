package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
  private static final Instant END = Instant.parse("2026-11-24T12:00:00.9Z");

  private static AccessToken ending(@Nullable Instant end) {
    return new AccessToken("fake-token", end, AccessToken.Source.LOGIN);
  }

  @Test
  void a_token_is_expired_from_its_expiry_on() {
    var token = ending(END);

    assertThat(token.isExpired(END.minusNanos(1))).isFalse();
    assertThat(token.isExpired(END)).isTrue();
    assertThat(token.isExpired(END.plusNanos(1))).isTrue();
    assertThat(token.isExpired(Instant.MIN)).isFalse();
    assertThat(token.isExpired(Instant.MAX)).isTrue();
  }

  @Test
  void a_token_without_a_known_expiry_never_expires() {
    assertThat(ending(null).isExpired(Instant.MAX)).isFalse();
  }

  @Test
  void a_token_shows_its_expiry_to_the_second_and_not_its_value() {
    assertThat(ending(END).shownExpiry()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(ending(null).shownExpiry()).isEqualTo("unknown");
    assertThat(ending(null)).hasToString("AccessToken[source=login, expiresAt=unknown]");
    assertThat(ending(END))
        .hasToString("AccessToken[source=login, expiresAt=2026-11-24T12:00:00Z]");
  }
}
