package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache in a real folder, whatever is done to it. */
@Timeout(60)
class FileTokenCacheTest {
  private static final FixedTiming PACE = new FixedTiming();
  private static final Instant NOW = PACE.now();
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final CachedToken TOKEN =
      new CachedToken("fake-token", NOW, NOW.plus(Duration.ofHours(24)));

  @TempDir Path home;

  private final List<String> warnings = new ArrayList<>();
  private Path folder;
  private FileTokenCache cache;

  @BeforeEach
  void a_cache_that_is_not_there_yet() {
    folder = home.resolve("some").resolve("cache");
    cache = new FileTokenCache(folder, PACE, warnings::add);
  }

  private Path file() {
    return folder.resolve(CacheKey.of(ACCOUNT).hash() + ".token");
  }

  private void assertMiss(String warning) {
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(warnings).isNotEmpty().allSatisfy(w -> assertThat(w).contains(warning));
    assertThat(warnings).noneMatch(w -> w.contains("fake-token"));
  }

  @Test
  void looking_for_a_token_makes_nothing() throws IOException {
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(cache.forget(ACCOUNT)).isFalse();
    assertThat(cache.forgetAll()).isFalse();
    assertThat(home).isEmptyDirectory();
    assertThat(warnings).isEmpty();
  }

  @Test
  void what_is_kept_is_found_and_is_its_owners_alone() throws IOException {
    cache.keep(ACCOUNT, TOKEN);

    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(file())).isEqualTo("rw-------");
    assertThat(folder).isDirectoryContaining(file()::equals);
    assertThat(folder.toFile().list()).hasSize(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void accounts_do_not_mix_and_are_forgotten_one_by_one_or_all() throws IOException {
    var other = new Account(ApiUrl.DEFAULT, "you@example.com");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(other)).isEmpty();
    cache.keep(other, TOKEN);

    assertThat(cache.forget(ACCOUNT)).isTrue();
    assertThat(cache.forget(ACCOUNT)).isFalse();
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(cache.find(other)).isPresent();
    cache.keep(ACCOUNT, TOKEN);
    cache.turn(ACCOUNT, Duration.ofSeconds(1), () -> false).end();
    assertThat(cache.forgetAll()).isTrue();
    assertThat(cache.forgetAll()).isFalse();
    assertThat(cache.find(other)).isEmpty();
    // A lock on a deleted file would exclude nobody.
    assertThat(folder.toFile().list()).singleElement().asString().endsWith(".lock");
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
  void one_that_has_ended_or_comes_from_the_future_is_a_miss(
      long issuedIn, long endsIn, boolean found) {
    cache.keep(ACCOUNT, new CachedToken("fake", NOW.plusMillis(issuedIn), NOW.plusMillis(endsIn)));

    assertThat(cache.find(ACCOUNT).isPresent()).isEqualTo(found);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "{\"token\": 1}", "\0\0\0\0"})
  void what_is_corrupt_is_silently_replaced(String content) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.writeString(file(), content);

    assertThat(cache.find(ACCOUNT)).isEmpty();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_huge_file_is_not_read() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    try (var huge = new RandomAccessFile(file().toFile(), "rw")) {
      huge.setLength(1L << 30);
    }
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(new CacheFile(file(), Protection.of(folder), PACE).read(1000)).hasSize(1000);
  }

  @Test
  void a_later_versions_token_is_left_alone_until_it_ends() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var later = "netnut-maven-plugin token 2\nexpires " + (NOW.toEpochMilli() + 1) + "\n";
    var crc = new CRC32();
    crc.update(later.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(file(), later + "crc32 " + Long.toHexString(crc.getValue()) + "\n");

    assertThat(cache.find(ACCOUNT)).isEmpty();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(file()).content().startsWith(later);
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw-rw-", "rw----r--", "rw--w----", "rwx--x---"})
  void a_file_that_is_open_to_others_is_ignored(String mode) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));

    assertMiss("chmod 600");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(mode(file())).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwx-w----", "rwxrwxrwx"})
  void a_folder_that_others_can_write_in_is_not_used(String mode) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));

    assertMiss("chmod 700");
    var before = Files.getLastModifiedTime(file());
    cache.keep(ACCOUNT, new CachedToken("fake-other", NOW, NOW.plusSeconds(9)));
    assertThat(file()).content().contains("fake-token");
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(before);
    assertThat(cache.forget(ACCOUNT)).isFalse();
  }

  @Test
  void a_folder_in_a_place_where_everybody_can_write_is_not_used() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertMiss("everybody can write in " + folder.getParent());
    Files.setAttribute(folder.getParent(), "unix:mode", 01777);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
  }

  @Test
  void a_folder_that_is_a_link_or_no_folder_is_not_used() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var moved = Files.move(folder, home.resolve("moved"));
    Files.createSymbolicLink(folder, moved);
    assertMiss("it is no folder of its own");
    cache.keep(ACCOUNT, new CachedToken("fake-other", NOW, NOW.plusSeconds(9)));
    assertThat(moved.resolve(file().getFileName())).content().contains("fake-token");

    Files.delete(folder);
    Files.createFile(folder);
    assertMiss("it is no folder of its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"another file", "our own file", "nothing"})
  void a_file_that_is_a_link_is_neither_read_nor_written_through(String target) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var behind = home.resolve("behind");
    switch (target) {
      case "another file" -> {
        Files.delete(file());
        Files.writeString(behind, "precious");
      }
      case "our own file" -> Files.move(file(), behind);
      default -> Files.delete(file());
    }
    var before = Files.exists(behind) ? Files.readString(behind) : "";
    Files.createSymbolicLink(file(), behind);

    assertMiss("it is a symbolic link, not a regular file");
    cache.keep(ACCOUNT, new CachedToken("fake-other", NOW, NOW.plusSeconds(9)));
    assertThat(Files.exists(behind) ? Files.readString(behind) : "").isEqualTo(before);
    assertThat(file()).isRegularFile();
    assertThat(Files.isSymbolicLink(file())).isFalse();
  }

  @Test
  void a_pipe_or_a_device_is_never_opened() throws Exception {
    cache.keep(ACCOUNT, TOKEN);
    Files.delete(file());
    assumeTrue(run("mkfifo", "-m", "600", file().toString()), "no mkfifo here");
    assertMiss("it is a pipe, a socket or a device, not a regular file");
    warnings.clear();

    Files.delete(file());
    Files.createSymbolicLink(file(), Path.of("/dev/zero"));
    assertMiss("it is a symbolic link, not a regular file");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
  }

  @Test
  void a_folder_in_the_files_place_costs_the_cache_and_not_the_build() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.delete(file());
    Files.createDirectories(file());

    assertMiss("it is a directory, not a regular file");
    warnings.clear();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(warnings).last().asString().startsWith("Did not cache the token: " + folder);
    assertThat(folder.toFile().list()).hasSize(1);
    warnings.clear();
    assertThat(cache.forget(ACCOUNT)).isFalse();
    assertThat(cache.forgetAll()).isFalse();
    assertThat(file()).isDirectory();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_file_in_the_folders_place_costs_the_turn_and_not_the_build() throws IOException {
    Files.createDirectories(folder.getParent());
    Files.createFile(folder);
    cache.turn(ACCOUNT, Duration.ofSeconds(1), () -> false).end();

    Files.delete(folder);
    Files.delete(folder.getParent());
    Files.createFile(folder.getParent());
    cache.turn(ACCOUNT, Duration.ofSeconds(1), () -> false).end();

    assertThat(warnings).singleElement().asString().contains("it is no folder of its own");
  }

  @Test
  void two_builds_at_the_same_nanosecond_do_not_write_the_same_file() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var first = Files.createFile(folder.resolve("netnut-maven-plugin-0000000000000abc.tmp"));
    Files.setLastModifiedTime(first, FileTime.from(NOW));
    new FileTokenCache(folder, at(0xabc, 0.5), warnings::add).keep(ACCOUNT, TOKEN);

    assertThat(first).exists();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_file_that_another_build_is_writing_is_neither_written_nor_removed() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var first = folder.resolve("netnut-maven-plugin-0000000000000abc.tmp");
    Files.writeString(first, "half");
    Files.setLastModifiedTime(first, FileTime.from(NOW));
    new FileTokenCache(folder, at(0xabc, 0), warnings::add).keep(ACCOUNT, TOKEN);

    assertThat(first).content().isEqualTo("half");
    assertThat(warnings).singleElement().asString().contains(first + " is in the way");
  }

  private static FixedTiming at(long nanoTime, double random) {
    return new FixedTiming() {
      @Override
      public long nanoTime() {
        return nanoTime;
      }

      @Override
      public double random() {
        return random;
      }
    };
  }

  @Test
  void a_second_name_of_the_file_keeps_the_old_token_alone() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var second = Files.createLink(home.resolve("second"), file());
    cache.keep(ACCOUNT, new CachedToken("fake-new", NOW, NOW.plusSeconds(9)));

    assertThat(second).content().contains("fake-token").doesNotContain("fake-new");
  }

  @Test
  void what_a_killed_build_left_is_removed_after_ten_minutes() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var old = Files.createFile(folder.resolve("netnut-maven-plugin-0123456789abcdef.tmp"));
    var young = Files.createFile(folder.resolve("netnut-maven-plugin-fedcba9876543210.tmp"));
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofMinutes(10)).minusMillis(1)));
    Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofMinutes(9))));

    cache.keep(ACCOUNT, TOKEN);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  static boolean run(String... command) throws IOException, InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
