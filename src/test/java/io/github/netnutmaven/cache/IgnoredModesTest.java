package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems that say that they have modes, and ignore them: FAT, many a network drive. */
class IgnoredModesTest {
  private static final FixedTiming PACE = new FixedTiming();
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final CachedToken TOKEN =
      new CachedToken("fake-token", PACE.now(), PACE.now().plus(Duration.ofHours(24)));

  private final List<String> warnings = new ArrayList<>();
  private final FileSystem unix =
      Jimfs.newFileSystem(
          Configuration.unix().toBuilder()
              .setAttributeViews("basic", "owner", "posix", "unix")
              .build());

  @AfterEach
  void gone() throws IOException {
    unix.close();
  }

  private void useIn(Path folder, Protection protection) {
    var cache = new FileTokenCache(folder, protection, PACE, warnings::add);
    for (int i = 0; i < 2; i++) {
      assertThat(cache.find(ACCOUNT)).isEmpty();
      cache.turn(ACCOUNT, Duration.ofSeconds(1), () -> false).end();
      cache.keep(ACCOUNT, TOKEN);
    }
  }

  private void assertToldTheSameEachTime(String why) {
    assertThat(warnings).isNotEmpty();
    assertThat(warnings.stream().distinct())
        .singleElement()
        .asString()
        .contains(why)
        .contains("cacheDirectory")
        .contains("cache=off");
  }

  @Test
  void nothing_is_written_where_all_may_read_it() {
    var folder = unix.getPath("/mnt/cache");

    useIn(folder, new PosixProtection(unix.getPath("/mnt"), "rwxr-xr-x", "rwxr-xr-x"));

    assertThat(folder).isEmptyDirectory();
    assertToldTheSameEachTime("does not keep a new file for its owner alone");
  }

  @Test
  void nothing_is_written_into_a_file_that_all_may_read_in_a_folder_that_is_private() {
    var folder = unix.getPath("/mnt/cache");

    useIn(folder, new PosixProtection(unix.getPath("/mnt"), "rwx------", "rw-r--r--"));

    assertThat(folder).isDirectoryNotContaining("glob:**.{token,tmp}");
    assertToldTheSameEachTime("does not keep a new file for its owner alone");
  }

  @Test
  void a_folder_that_all_may_look_into_is_good_where_modes_count() throws IOException {
    var folder = unix.getPath("/home/cache");
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var cache =
        new FileTokenCache(folder, new PosixProtection(unix.getPath("/home")), PACE, warnings::add);

    cache.keep(ACCOUNT, TOKEN);

    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(folder.resolve(CacheKey.of(ACCOUNT).hash() + ".token")).isRegularFile();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_real_one_gets_nothing(@TempDir Path home) throws Exception {
    var mount = Files.createDirectory(home.resolve("mount"));
    assumeTrue(isMounted(home, mount), "needs root, and FAT or bindfs");
    var folder = mount.resolve("cache");
    try {
      useIn(folder, Protection.of(folder));

      assertThat(folder).isEmptyDirectory();
      assertToldTheSameEachTime("does not keep a new file for its owner alone");
    } finally {
      FileTokenCacheTest.run("umount", mount.toString());
    }
  }

  /** FAT, or what shows any folder with the modes of FAT. */
  private static boolean isMounted(Path home, Path mount) throws Exception {
    var image = home.resolve("image").toString();
    var behind = Files.createDirectory(home.resolve("behind")).toString();
    boolean isFat =
        FileTokenCacheTest.run("dd", "if=/dev/zero", "of=" + image, "bs=1k", "count=512")
            && FileTokenCacheTest.run("mkfs.vfat", image)
            && FileTokenCacheTest.run("mount", "-t", "vfat", "-o", "loop", image, mount.toString());
    return isFat
        || FileTokenCacheTest.run(
            "bindfs", "-p", "755", "--chmod-ignore", behind, mount.toString());
  }
}
