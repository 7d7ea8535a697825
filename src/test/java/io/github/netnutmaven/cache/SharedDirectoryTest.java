package io.github.netnutmaven.cache;

import static io.github.netnutmaven.testkit.Programs.makePipe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache in a private directory that also holds files of other programs. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SharedDirectoryTest extends CacheFixture {
  @BeforeEach
  void create_the_directory() throws IOException {
    setMode(Files.createDirectory(directory), "rwx------");
  }

  /** Names that other programs may use, some of them much like those of the cache. */
  private static List<String> foreignNames() {
    var other = CacheRecord.hash(new Account(ApiUrl.DEFAULT, "other"));
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
        HASH + "xtoken",
        other + ".tmp",
        other);
  }

  private void assertAllLeftAlone() throws IOException {
    var before = content();
    for (int i = 0; i < 100; i++) {
      cache.keep(ACCOUNT, TOKEN);
    }
    turn(cache).end();
    assertThat(cache.forget(ACCOUNT)).isTrue();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.forgetAll()).isTrue();
    assertThat(cache.forgetAll()).isFalse();

    assertThat(content()).containsAllEntriesOf(before).doesNotContainKey(HASH + ".token");
    assertThat(warnings).isEmpty();
  }

  /** The names in the directory, with the content of those that are files. */
  private Map<String, String> content() throws IOException {
    var content = new TreeMap<String, String>();
    try (var paths = Files.newDirectoryStream(directory)) {
      for (var path : paths) {
        content.put(
            path.getFileName().toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
      }
    }
    return content;
  }

  @Test
  void files_of_other_programs_are_never_removed_however_old_they_are() throws IOException {
    for (var name : foreignNames()) {
      var file = Files.writeString(directory.resolve(name), "precious " + name);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }

    assertAllLeftAlone();
  }

  @Test
  void directories_and_links_with_a_name_of_the_cache_are_never_removed() throws IOException {
    var precious = Files.createDirectory(home.resolve("precious"));
    var file = Files.writeString(precious.resolve("file"), "precious");
    Files.createDirectories(directory.resolve("z.tmp").resolve("full"));
    Files.createDirectory(directory.resolve("netnut-maven-plugin-0000000000000001.tmp"));
    Files.createDirectory(directory.resolve("0".repeat(64) + ".token"));
    Files.createSymbolicLink(
        directory.resolve("netnut-maven-plugin-0000000000000002.tmp"), precious);
    Files.createSymbolicLink(directory.resolve("1".repeat(64) + ".token"), file);
    Files.createSymbolicLink(directory.resolve("2".repeat(64) + ".token"), home.resolve("none"));

    assertAllLeftAlone();
    assertThat(file).content().isEqualTo("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "socket", "link to a pipe", "link to nothing", "directory"})
  void a_lock_that_is_not_a_regular_file_causes_a_warning_and_does_not_block(String what)
      throws Exception {
    var lock = directory.resolve(HASH + ".lock");
    // The system allows only short names for sockets.
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      switch (what) {
        case "pipe" -> makePipe(lock);
        case "socket" -> {
          var created = Path.of("/tmp", home.getFileName() + ".s");
          socket.bind(UnixDomainSocketAddress.of(created));
          Files.move(created, lock);
        }
        case "link to a pipe" -> {
          var pipe = home.resolve("pipe");
          makePipe(pipe);
          Files.createSymbolicLink(lock, pipe);
        }
        case "link to nothing" -> Files.createSymbolicLink(lock, home.resolve("none"));
        default -> Files.createDirectory(lock);
      }
      turn(cache).end();
    }

    assertThat(home.resolve("none")).doesNotExist();
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
