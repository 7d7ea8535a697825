package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache in a private folder that holds what others made, too. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SharedFolderTest {
  private static final FixedTiming PACE = new FixedTiming();
  private static final Instant NOW = PACE.now();
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final String HASH = CacheKey.of(ACCOUNT).hash();
  private static final CachedToken TOKEN =
      new CachedToken("fake-token", NOW, NOW.plus(Duration.ofHours(24)));

  @TempDir Path home;

  private final List<String> warnings = new ArrayList<>();
  private Path folder;
  private FileTokenCache cache;

  @BeforeEach
  void a_private_folder() throws IOException {
    folder = home.resolve("cache");
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    cache = new FileTokenCache(folder, PACE, warnings::add);
  }

  /** Names that others may give, some of them much like ours. */
  private static List<String> othersNames() {
    var other = CacheKey.of(new Account(ApiUrl.DEFAULT, "other")).hash();
    return List.of(
        "x.tmp",
        "y.token",
        ".token",
        ".tmp",
        "owner123.tmp",
        "netnut-maven-plugin.tmp",
        "netnut-maven-plugin-0123.tmp",
        "netnut-maven-plugin-0123456789ABCDEF.tmp",
        "netnut-maven-plugin-0123456789abcdef0.tmp",
        "netnut-maven-plugin-0123456789abcdef.tmp~",
        "my-netnut-maven-plugin-0123456789abcdef.tmp",
        "netnut-maven-plugin-0123456789abcdef.tmp\n",
        other.substring(1) + ".token",
        other + "0.token",
        other + ".token.bak",
        other + ".token\n",
        "x" + other + ".token",
        other.replace('a', 'g') + ".token",
        other + "xtoken",
        other + ".tmp",
        other);
  }

  private void assertAllLeftAlone(Map<String, String> before) throws IOException {
    for (int i = 0; i < 100; i++) {
      cache.keep(ACCOUNT, TOKEN);
    }
    cache.turn(ACCOUNT, Duration.ofSeconds(1), () -> false).end();
    assertThat(cache.forget(ACCOUNT)).isTrue();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.forgetAll()).isTrue();
    assertThat(cache.forgetAll()).isFalse();

    assertThat(all()).containsAllEntriesOf(before).doesNotContainKey(HASH + ".token");
    assertThat(warnings).isEmpty();
  }

  /** What is in the folder: the content of files, and what is no file by its name alone. */
  private Map<String, String> all() throws IOException {
    var all = new TreeMap<String, String>();
    try (var paths = Files.newDirectoryStream(folder)) {
      for (var path : paths) {
        var content = Files.isRegularFile(path) ? Files.readString(path) : "";
        all.put(path.getFileName().toString(), content);
      }
    }
    return all;
  }

  @Test
  void others_files_are_never_removed_however_old_and_like_ours_they_are() throws IOException {
    for (var name : othersNames()) {
      var file = Files.writeString(folder.resolve(name), "precious " + name);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    assertAllLeftAlone(all());
  }

  @Test
  void nor_are_others_folders_and_links_though_their_names_are_ours() throws IOException {
    var precious = Files.createDirectory(home.resolve("precious"));
    var file = Files.writeString(precious.resolve("file"), "precious");
    Files.createDirectories(folder.resolve("z.tmp").resolve("full"));
    Files.createDirectory(folder.resolve("netnut-maven-plugin-0000000000000001.tmp"));
    Files.createDirectory(folder.resolve("0".repeat(64) + ".token"));
    Files.createSymbolicLink(folder.resolve("netnut-maven-plugin-0000000000000002.tmp"), precious);
    Files.createSymbolicLink(folder.resolve("1".repeat(64) + ".token"), file);
    Files.createSymbolicLink(folder.resolve("2".repeat(64) + ".token"), home.resolve("nothing"));

    assertAllLeftAlone(all());
    assertThat(file).content().isEqualTo("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "socket", "link to a device", "folder"})
  void what_is_no_file_in_the_locks_place_is_told_and_does_not_block(String what) throws Exception {
    var lock = folder.resolve(HASH + ".lock");
    // The system allows a socket a short name only.
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      switch (what) {
        case "pipe" ->
            assumeTrue(FileTokenCacheTest.run("mkfifo", "-m", "600", lock.toString()), "no mkfifo");
        case "socket" -> {
          var made = Path.of("/tmp", home.getFileName() + ".s");
          socket.bind(UnixDomainSocketAddress.of(made));
          Files.move(made, lock);
        }
        case "link to a device" -> Files.createSymbolicLink(lock, Path.of("/dev/zero"));
        default -> Files.createDirectory(lock);
      }
      cache.turn(ACCOUNT, Duration.ofSeconds(30), () -> false).end();
    }

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("cannot lock " + lock + ": it is a ")
        .endsWith(", not a regular file. Remove it.");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(warnings).hasSize(1);
  }
}
