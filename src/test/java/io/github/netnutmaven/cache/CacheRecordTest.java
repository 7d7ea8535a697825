package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheRecordTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final CacheKey KEY = CacheKey.of(new Account(ApiUrl.DEFAULT, "me@example.com"));
  private static final AccessToken TOKEN =
      new AccessToken(
          "fake-token.with-dots_and~signs",
          AccessToken.Source.CACHE,
          NOW,
          NOW.plusSeconds(86_400),
          null,
          null);
  private static final AccessToken A =
      new AccessToken(
          "a", AccessToken.Source.CACHE, Instant.EPOCH, Instant.ofEpochMilli(9), null, null);
  private static final AccessToken CONFIRMED = TOKEN.verified(NOW.plusSeconds(1));
  private static final AccessToken TYPED =
      new AccessToken(
          "a",
          AccessToken.Source.CACHE,
          Instant.EPOCH,
          Instant.ofEpochMilli(9),
          null,
          "m***@example.com");

  static List<AccessToken> tokens() {
    return List.of(TOKEN, CONFIRMED, TYPED, TYPED.verified(NOW));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void a_record_is_read_as_it_was_written(AccessToken token) {
    assertThat(CacheRecord.decode(CacheRecord.encode(KEY, token), KEY)).isEqualTo(token);
  }

  @Test
  void a_confirmation_adds_a_line_before_the_checksum() {
    var without = new String(CacheRecord.encode(KEY, TOKEN), StandardCharsets.US_ASCII);
    var with = new String(CacheRecord.encode(KEY, CONFIRMED), StandardCharsets.US_ASCII);

    assertThat(without).doesNotContain("verified");
    assertThat(with)
        .startsWith(without.substring(0, without.indexOf("crc32 ")))
        .containsPattern(
            "\nverified " + NOW.plusSeconds(1).toEpochMilli() + "\ncrc32 [0-9a-f]+\n$");
  }

  @ParameterizedTest
  @CsvSource({
    "verified 8, 8",
    "verified 9223372036854775807, 9223372036854775807",
    "verified 0, 0",
    "verified -1,",
    "verified -9223372036854775808,",
  })
  void a_confirmation_before_1970_counts_as_none(String line, Long millis) {
    var lines =
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\n"
            + line
            + "\n";
    assertThat(CacheRecord.decode(signed(lines), new CacheKey("U", "H")))
        .isEqualTo(A.verified(millis == null ? null : Instant.ofEpochMilli(millis)));
  }

  @Test
  void a_record_that_is_cut_off_anywhere_is_a_miss() {
    var whole = CacheRecord.encode(KEY, TYPED.verified(NOW));
    for (int length = 0; length < whole.length; length++) {
      assertThat(CacheRecord.decode(Arrays.copyOf(whole, length), KEY)).as("%d", length).isNull();
    }
  }

  @Test
  void a_record_with_any_bit_flipped_is_a_miss() {
    var whole = CacheRecord.encode(KEY, TYPED.verified(NOW));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      var flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(CacheRecord.decode(flipped, KEY)).as("bit %d", bit).isNull();
      assertThat(CacheRecord.isOfLaterVersion(flipped, NOW)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void a_record_belongs_to_one_account_at_one_address() throws Exception {
    var whole = CacheRecord.encode(KEY, TOKEN);
    for (var other :
        new Account[] {
          new Account(ApiUrl.DEFAULT, "Me@example.com"),
          new Account(ApiUrl.DEFAULT, ""),
          new Account(ApiUrl.parse("https://customers-api.netnut.io:8443/v1"), "me@example.com"),
          new Account(ApiUrl.parse("https://customers-api.netnut.io/v2"), "me@example.com"),
        }) {
      var key = CacheKey.of(other);
      assertThat(key.hash()).isNotEqualTo(KEY.hash());
      assertThat(CacheRecord.decode(whole, key)).isNull();
      assertThat(CacheRecord.decode(whole, new CacheKey(KEY.url(), key.hash()))).isNull();
      assertThat(CacheRecord.decode(whole, new CacheKey(key.url(), KEY.hash())) != null)
          .isEqualTo(key.url().equals(KEY.url()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"token\":\"fake\"}",
        "netnut-maven-plugin token 1",
        "netnut-maven-plugin token 1|url U|account H|token |issued 0|expires 9",
        "netnut-maven-plugin token 1|url U|account H|token a b|issued 0|expires 9",
        "netnut-maven-plugin token 1|url U|account H|token ${x}|issued 0|expires 9",
        "netnut-maven-plugin token 1|url U|account H|token a|issued x|expires 9",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires ",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|more 1",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|verified",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|verified 8|more 1",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|verified soon",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|verified  8",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9||",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|verified 8|owner m",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9|owner m|owner m",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0|verified 8|expires 9",
        "netnut-maven-plugin token 1|url U|account H|token a|issued 0",
        "netnut-maven-plugin token 1|url U|account H|token a",
        "netnut-maven-plugin token 1|url U|token a|account H|issued 0|expires 9",
        "netnut-maven-plugin token 2|url U|account H|token a|issued 0|expires 9",
        "netnut-maven-plugin token 0|url U|account H|token a|issued 0|expires 9",
        "|",
      })
  void a_malformed_record_is_a_miss_even_with_a_right_checksum(String lines) {
    var bytes = signed(lines.replace('|', '\n') + "\n");
    assertThat(CacheRecord.decode(bytes, new CacheKey("U", "H"))).isNull();
    assertThat(CacheRecord.isOfLaterVersion(bytes, Instant.EPOCH))
        .isEqualTo(lines.startsWith("netnut-maven-plugin token 2"));
  }

  @Test
  void a_well_formed_record_with_a_right_checksum_is_read() {
    var good = "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\n";
    assertThat(CacheRecord.decode(signed(good), new CacheKey("U", "H"))).isEqualTo(A);
  }

  @ParameterizedTest
  @CsvSource({"0", "4102444800000", "253402300799000", "-1", "9223372036854775807"})
  void extreme_times_are_read(long millis) {
    var time = Instant.ofEpochMilli(millis);
    var token = new AccessToken("fake", AccessToken.Source.CACHE, time, time, null, null);
    assertThat(CacheRecord.decode(CacheRecord.encode(KEY, token), KEY)).isEqualTo(token);
  }

  @ParameterizedTest
  @CsvSource({
    "netnut-maven-plugin token 2, 1, true",
    "netnut-maven-plugin token 10, 1, true",
    "netnut-maven-plugin token 2, 0, false",
    "netnut-maven-plugin token 2, -1, false",
    "netnut-maven-plugin token 1, 1, false",
    "netnut-maven-plugin token 0, 1, false",
    "another-plugin token 2, 1, false",
  })
  void a_record_of_a_later_version_counts_until_its_token_expires(
      String first, long left, boolean later) {
    var lines = first + "\nnew x\nexpires " + NOW.plusMillis(left).toEpochMilli() + "\nmore y\n";
    assertThat(CacheRecord.isOfLaterVersion(signed(lines), NOW)).isEqualTo(later);
  }

  @Test
  void a_record_of_a_later_version_without_an_expiry_does_not_count() {
    var lines = "netnut-maven-plugin token 2\nnew x\n";
    assertThat(CacheRecord.isOfLaterVersion(signed(lines), NOW)).isFalse();
    assertThat(CacheRecord.isOfLaterVersion(lines.getBytes(StandardCharsets.UTF_8), NOW)).isFalse();
  }

  @Test
  void the_names_of_the_files_contain_neither_password_nor_email() {
    assertThat(KEY.tokenFile()).matches(CacheKey.TOKEN_FILES);
    assertThat(KEY.toString()).doesNotContain("me@");
  }

  private static byte[] signed(String lines) {
    var crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
    return (lines + "crc32 " + Long.toHexString(crc.getValue()) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
