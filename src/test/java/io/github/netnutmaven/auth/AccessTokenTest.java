package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
  private static final Instant END = Instant.parse("2026-11-24T12:00:00.9Z");

  private static AccessToken ending(Optional<Instant> end) {
    return new AccessToken("fake-token", end, AccessToken.LOGIN);
  }

  @Test
  void ends_at_the_very_instant() {
    var token = ending(Optional.of(END));

    assertThat(token.isExpired(END.minusNanos(1))).isFalse();
    assertThat(token.isExpired(END)).isTrue();
    assertThat(token.isExpired(END.plusNanos(1))).isTrue();
    assertThat(token.isExpired(Instant.MIN)).isFalse();
    assertThat(token.isExpired(Instant.MAX)).isTrue();
  }

  @Test
  void without_a_known_end_never_ends() {
    assertThat(ending(Optional.empty()).isExpired(Instant.MAX)).isFalse();
  }

  @Test
  void shows_its_end_to_the_second_and_never_itself() {
    assertThat(ending(Optional.of(END)).shownExpiry()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(ending(Optional.empty()).shownExpiry()).isEqualTo("unknown");
    assertThat(ending(Optional.empty()))
        .hasToString("AccessToken[source=login, expiresAt=unknown]");
  }
}
