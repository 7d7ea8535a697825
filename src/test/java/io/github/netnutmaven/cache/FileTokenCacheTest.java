package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.testkit.TestTiming;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache in a real directory, whatever happens to that. */
@Timeout(60)
class FileTokenCacheTest extends CacheFixture {
  @Test
  void a_search_for_a_token_creates_nothing() throws IOException {
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(cache.forget(ACCOUNT)).isFalse();
    assertThat(cache.forgetAll()).isFalse();
    assertThat(home).isEmptyDirectory();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_stored_token_is_found_in_a_private_file() throws IOException {
    var nested = home.resolve("new").resolve("cache");
    cacheIn(nested).keep(ACCOUNT, TOKEN);

    assertThat(cacheIn(nested).find(ACCOUNT)).hasValue(TOKEN);
    assertThat(mode(nested)).isEqualTo("rwx------");
    assertThat(mode(nested.resolve(HASH + ".token"))).isEqualTo("rw-------");
    assertThat(nested.toFile().list()).hasSize(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void the_wait_for_the_login_of_another_build_ends_when_the_caller_says_so() {
    var right = turn(cache);
    var timing = new TestTiming();

    cacheAt(timing).lock(ACCOUNT, Duration.ofSeconds(10), () -> timing.waits.size() == 2).end();

    assertThat(timing.waits).hasSize(2);
    right.end();
  }

  @Test
  void an_account_without_an_email_is_not_the_one_with_the_email_null() {
    cache.keep(new Account(ApiUrl.DEFAULT, null), TOKEN);

    assertThat(cache.find(new Account(ApiUrl.DEFAULT, "null"))).isEmpty();
    assertThat(cache.find(new Account(ApiUrl.DEFAULT, null))).hasValue(TOKEN);
  }

  @Test
  void accounts_are_separate_and_are_forgotten_one_by_one_or_all() throws IOException {
    var other = new Account(ApiUrl.DEFAULT, "you@example.com");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(other)).isEmpty();
    cache.keep(other, TOKEN);

    assertThat(cache.forget(ACCOUNT)).isTrue();
    assertThat(cache.forget(ACCOUNT)).isFalse();
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(cache.find(other)).isPresent();
    cache.keep(ACCOUNT, TOKEN);
    turn(cache).end();
    Files.writeString(directory.resolve("netnut-maven-plugin-0123456789abcdef.tmp"), "fake-token");
    assertThat(cache.forgetAll()).isTrue();
    assertThat(cache.forgetAll()).isFalse();
    assertThat(cache.find(other)).isEmpty();
    // A lock on a deleted file would exclude nobody.
    assertThat(directory.toFile().list()).singleElement().asString().endsWith(".lock");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, true",
    "0, 0, false",
    "0, -1, false",
    "300000, 86400000, true",
    "300001, 86400000, false",
    "-172800000, 1, true",
    "172800000, 999999999, false"
  })
  void a_token_that_has_expired_or_comes_from_the_future_is_a_miss(
      long issuedIn, long endsIn, boolean found) {
    cache.keep(ACCOUNT, token("fake", Duration.ofMillis(issuedIn), Duration.ofMillis(endsIn)));

    assertThat(cache.find(ACCOUNT).isPresent()).isEqualTo(found);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{\"token\": 1}", "\0\0\0\0"})
  void a_corrupt_file_is_silently_replaced(String content) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.writeString(file, content);

    assertThat(cache.find(ACCOUNT)).isEmpty();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_huge_file_is_not_read_to_its_end() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(1L << 30);
    }
    assertThat(cache.find(ACCOUNT)).isEmpty();
    var files = new CacheDirectory(directory, Protection.of(directory), TIMING, line -> {});
    assertThat(files.read(HASH + ".token", 1000)).hasSize(1000);
  }

  @Test
  void the_token_of_a_later_version_is_not_replaced_before_it_expires() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var later = "netnut-maven-plugin token 2\nexpires " + (NOW.toEpochMilli() + 1) + "\n";
    var crc = new CRC32();
    crc.update(later.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(file, later + "crc32 " + Long.toHexString(crc.getValue()) + "\n");

    assertThat(cache.find(ACCOUNT)).isEmpty();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(file).content().startsWith(later);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_temporary_file_of_another_build_is_neither_written_nor_removed() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var first = directory.resolve("netnut-maven-plugin-0000000000000abc.tmp");
    Files.writeString(first, "half");
    Files.setLastModifiedTime(first, FileTime.from(NOW));

    cacheAt(at(0xabc, 0.5)).keep(ACCOUNT, TOKEN);
    assertThat(warnings).isEmpty();
    cacheAt(at(0xabc, 0)).keep(ACCOUNT, TOKEN);
    assertThat(warnings).singleElement().asString().contains(first + " is in the way");
    assertThat(first).content().isEqualTo("half");
  }

  private static TestTiming at(long nanoTime, double random) {
    var timing = new TestTiming(() -> random);
    timing.pass(Duration.ofNanos(nanoTime));
    return timing;
  }

  @Test
  void temporary_files_of_a_killed_build_are_removed_after_ten_minutes() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var old = Files.createFile(directory.resolve("netnut-maven-plugin-0123456789abcdef.tmp"));
    var young = Files.createFile(directory.resolve("netnut-maven-plugin-fedcba9876543210.tmp"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofMinutes(10)).minusMillis(1)));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofMinutes(9))));

    cache.keep(ACCOUNT, TOKEN);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_expired_token_is_removed_by_the_search_unless_another_build_logs_in(boolean isLocked) {
    cache.keep(ACCOUNT, token("fake", Duration.ofSeconds(-9), Duration.ZERO));
    var turn = isLocked ? turn(cacheIn(directory)) : null;

    assertThat(cache.find(ACCOUNT)).isEmpty();

    assertThat(Files.exists(file)).isEqualTo(isLocked);
    assertThat(warnings).isEmpty();
    if (turn != null) {
      turn.end();
    }
  }
}
