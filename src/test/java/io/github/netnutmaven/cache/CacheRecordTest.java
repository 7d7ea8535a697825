package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheRecordTest {
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final String LINES =
      "netnut-maven-plugin token 1|url U|account H|token a|issued 0|expires 9";
  private static final byte[] WHOLE = record(LINES + "|owner m***@example.com|verified 8");

  private static AccessToken token(@Nullable Instant verifiedAt, @Nullable String owner) {
    return new AccessToken(
        "a", AccessToken.Source.CACHE, Instant.EPOCH, Instant.ofEpochMilli(9), verifiedAt, owner);
  }

  /** A record of these lines, each of which ends with a bar, and of their checksum. */
  private static byte[] record(String lines) {
    var text =
        (lines + "\n")
            .replace('|', '\n')
            .replace("url U", "url " + ApiUrl.DEFAULT)
            .replace("account H", "account " + CacheRecord.hash(ACCOUNT));
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return (text + "crc32 " + Long.toHexString(crc.getValue()) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "'',,",
    "|verified 8, 8,",
    "|verified 0, 0,",
    "|verified -9223372036854775808, -9223372036854775808,",
    "|verified 9223372036854775807, 9223372036854775807,",
    "|owner m***@example.com,, m***@example.com",
    "|owner m***@example.com|verified 8, 8, m***@example.com",
  })
  void a_record_is_written_and_read(String more, @Nullable Long verified, @Nullable String owner) {
    var token = token(verified == null ? null : Instant.ofEpochMilli(verified), owner);

    assertThat(CacheRecord.encode(ACCOUNT, token)).isEqualTo(record(LINES + more));
    assertThat(CacheRecord.decode(record(LINES + more), ACCOUNT)).isEqualTo(token);
  }

  @Test
  void a_record_that_is_cut_off_anywhere_is_a_miss() {
    for (int length = 0; length < WHOLE.length; length++) {
      var cut = Arrays.copyOf(WHOLE, length);
      assertThat(CacheRecord.decode(cut, ACCOUNT)).as("%d", length).isNull();
    }
  }

  @Test
  void a_record_with_any_bit_flipped_is_a_miss() {
    for (int bit = 0; bit < WHOLE.length * 8; bit++) {
      var flipped = WHOLE.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(CacheRecord.decode(flipped, ACCOUNT)).as("bit %d", bit).isNull();
      assertThat(CacheRecord.isOfLaterVersion(flipped, Instant.EPOCH)).as("bit %d", bit).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://customers-api.netnut.io/v1, Me@example.com",
    "https://customers-api.netnut.io/v1, ''",
    "https://customers-api.netnut.io:8443/v1, me@example.com",
    "https://customers-api.netnut.io/v2, me@example.com",
  })
  void a_record_belongs_to_one_account_at_one_address(String url, String email) throws Exception {
    var other = new Account(ApiUrl.parse(url), email);

    assertThat(CacheRecord.hash(other)).isNotEqualTo(CacheRecord.hash(ACCOUNT));
    assertThat(CacheRecord.decode(WHOLE, other)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
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
        "netnut-maven-plugin token 1|url https://h|account H|token a|issued 0|expires 9",
        "netnut-maven-plugin token 1|url U|account 0|token a|issued 0|expires 9",
        "netnut-maven-plugin token 2|url U|account H|token a|issued 0|expires 9",
        "netnut-maven-plugin token 0|url U|account H|token a|issued 0|expires 9",
      })
  void a_malformed_record_is_a_miss_even_with_a_right_checksum(String lines) {
    assertThat(CacheRecord.decode(record(lines), ACCOUNT)).isNull();
    assertThat(CacheRecord.isOfLaterVersion(record(lines), Instant.EPOCH))
        .isEqualTo(lines.startsWith("netnut-maven-plugin token 2"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4102444800000L, 253402300799000L, -1, Long.MAX_VALUE})
  void extreme_times_are_read(long millis) {
    var time = Instant.ofEpochMilli(millis);
    var token = new AccessToken("fake", AccessToken.Source.CACHE, time, time, null, null);
    assertThat(CacheRecord.decode(CacheRecord.encode(ACCOUNT, token), ACCOUNT)).isEqualTo(token);
  }

  @ParameterizedTest
  @CsvSource({
    "netnut-maven-plugin token 2|new x|expires 9, 8, true",
    "netnut-maven-plugin token 10|new x|expires 9|more y z, 8, true",
    "netnut-maven-plugin token 2|expires 9, 9, false",
    "netnut-maven-plugin token 2|expires 9, 10, false",
    "netnut-maven-plugin token 2|new x, 8, false",
    "netnut-maven-plugin token 1|expires 9, 8, false",
    "netnut-maven-plugin token 0|expires 9, 8, false",
    "another-plugin token 2|expires 9, 8, false",
  })
  void a_record_of_a_later_version_counts_until_its_token_expires(
      String lines, long now, boolean later) {
    assertThat(CacheRecord.isOfLaterVersion(record(lines), Instant.ofEpochMilli(now)))
        .isEqualTo(later);
  }

  @Test
  void the_hash_that_names_the_files_shows_no_email() {
    assertThat(CacheRecord.hash(ACCOUNT)).matches("[0-9a-f]{64}");
  }
}
