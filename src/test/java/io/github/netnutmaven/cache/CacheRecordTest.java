package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheRecordTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final CacheKey KEY = CacheKey.of(new Account(ApiUrl.DEFAULT, "me@example.com"));
  private static final CachedToken TOKEN =
      new CachedToken("fake-token.with-dots_and~signs", NOW, NOW.plusSeconds(86_400));
  private static final CachedToken CONFIRMED =
      new CachedToken(TOKEN.value(), TOKEN.issuedAt(), TOKEN.expiresAt(), NOW.plusSeconds(1));

  @Test
  void what_is_written_is_read() {
    assertThat(CacheRecord.decode(CacheRecord.encode(KEY, TOKEN), KEY)).hasValue(TOKEN);
  }

  @Test
  void what_is_written_with_a_confirmation_is_read_with_it() {
    assertThat(CacheRecord.decode(CacheRecord.encode(KEY, CONFIRMED), KEY)).hasValue(CONFIRMED);
  }

  @Test
  void a_confirmation_is_one_more_line_before_the_checksum() {
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
    "verified 9223372036854775808,",
    "verified soon,",
    "verified 1.5,",
    "'verified ',",
    "verified  8,",
  })
  void a_confirmation_that_is_no_time_counts_as_none_and_the_token_is_still_good(
      String line, Long millis) {
    var lines =
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\n"
            + line
            + "\n";
    assertThat(CacheRecord.decode(signed(lines), new CacheKey("U", "H")))
        .hasValue(
            new CachedToken(
                "a",
                Instant.EPOCH,
                Instant.ofEpochMilli(9),
                millis == null ? null : Instant.ofEpochMilli(millis)));
  }

  @Test
  void every_part_of_it_is_a_miss() {
    var whole = CacheRecord.encode(KEY, CONFIRMED);
    for (int length = 0; length < whole.length; length++) {
      assertThat(CacheRecord.decode(Arrays.copyOf(whole, length), KEY)).as("%d", length).isEmpty();
    }
  }

  @Test
  void with_a_bit_flipped_it_is_a_miss() {
    var whole = CacheRecord.encode(KEY, CONFIRMED);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      var flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(CacheRecord.decode(flipped, KEY)).as("bit %d", bit).isEmpty();
      assertThat(CacheRecord.isOfLaterVersion(flipped, NOW)).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void it_belongs_to_one_account_at_one_address() throws Exception {
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
      assertThat(CacheRecord.decode(whole, key)).isEmpty();
      assertThat(CacheRecord.decode(whole, new CacheKey(KEY.url(), key.hash()))).isEmpty();
      assertThat(CacheRecord.decode(whole, new CacheKey(key.url(), KEY.hash())).isPresent())
          .isEqualTo(key.url().equals(KEY.url()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"token\":\"fake\"}\n",
        "netnut-maven-plugin token 1\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken \nissued 0\nexpires 9\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a b\nissued 0\nexpires 9\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken ${x}\nissued 0\nexpires 9\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued x\nexpires 9\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires \n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\nmore 1\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\nverified\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\nverified 8\nverified 8\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nverified 8\nexpires 9\n",
        "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\n",
        "netnut-maven-plugin token 1\nurl U\ntoken a\naccount H\nissued 0\nexpires 9\n",
        "netnut-maven-plugin token 2\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\n",
        "netnut-maven-plugin token 0\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\n",
      })
  void what_is_no_record_is_a_miss_though_its_checksum_fits(String lines) {
    assertThat(CacheRecord.decode(signed(lines), new CacheKey("U", "H"))).isEmpty();
  }

  @Test
  void the_checksum_alone_does_not_make_the_difference() {
    var good = "netnut-maven-plugin token 1\nurl U\naccount H\ntoken a\nissued 0\nexpires 9\n";
    assertThat(CacheRecord.decode(signed(good), new CacheKey("U", "H")))
        .hasValue(new CachedToken("a", Instant.EPOCH, Instant.ofEpochMilli(9)));
  }

  @ParameterizedTest
  @CsvSource({"0", "4102444800000", "253402300799000", "-1", "9223372036854775807"})
  void any_time_is_read_without_an_exception(long millis) {
    var time = Instant.ofEpochMilli(millis);
    var token = new CachedToken("fake", time, time);
    assertThat(CacheRecord.decode(CacheRecord.encode(KEY, token), KEY)).hasValue(token);
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
  void a_later_version_is_known_by_its_first_line_until_its_token_ends(
      String first, long left, boolean later) {
    var lines = first + "\nnew x\nexpires " + NOW.plusMillis(left).toEpochMilli() + "\nmore y\n";
    assertThat(CacheRecord.isOfLaterVersion(signed(lines), NOW)).isEqualTo(later);
  }

  @Test
  void a_later_version_that_does_not_say_when_it_ends_protects_nothing() {
    var lines = "netnut-maven-plugin token 2\nnew x\n";
    assertThat(CacheRecord.isOfLaterVersion(signed(lines), NOW)).isFalse();
    assertThat(CacheRecord.isOfLaterVersion(lines.getBytes(StandardCharsets.UTF_8), NOW)).isFalse();
  }

  @Test
  void the_name_of_the_file_is_a_hash_without_the_password_or_the_email() {
    assertThat(KEY.hash()).matches("[0-9a-f]{64}");
    assertThat(Optional.of(KEY.toString()))
        .hasValueSatisfying(k -> assertThat(k).doesNotContain("me@"));
  }

  private static byte[] signed(String lines) {
    var crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
    return (lines + "crc32 " + Long.toHexString(crc.getValue()) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
