package io.github.netnutmaven.cache;

import static io.github.netnutmaven.testkit.Programs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cache on Windows, as far as that can be simulated, and where modes have no effect. */
class FileSystemsTest extends CacheFixture {
  private final FileSystem unix =
      Jimfs.newFileSystem(
          Configuration.unix().toBuilder()
              .setAttributeViews("basic", "owner", "posix", "unix")
              .build());

  @AfterEach
  void close() throws IOException {
    unix.close();
  }

  private static FileSystem windows(String... views) {
    return Jimfs.newFileSystem(
        Configuration.windows().toBuilder().setAttributeViews("basic", views).build());
  }

  @Test
  void an_access_control_list_keeps_others_out_on_windows() throws IOException {
    try (var windows = windows("owner", "dos", "acl")) {
      directory = windows.getPath("C:\\Users\\me\\AppData\\Local\\netnut-maven-plugin");
      cache = cacheIn(directory);
      turn(cache).end();
      cache.keep(ACCOUNT, TOKEN);

      assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
      assertThat(warnings).isEmpty();
      assertThat(Files.getFileAttributeView(directory, AclFileAttributeView.class).getAcl())
          .singleElement()
          .satisfies(entry -> assertThat(entry.principal()).isEqualTo(Files.getOwner(directory)))
          .satisfies(entry -> assertThat(entry.flags()).contains(AclEntryFlag.FILE_INHERIT));
      assertThat(cache.forget(ACCOUNT)).isTrue();
    }
  }

  @Test
  void a_file_system_without_modes_and_lists_gets_no_token() throws IOException {
    try (var fat = windows()) {
      directory = fat.getPath("C:\\cache");
      cache = cacheIn(directory);
      cache.keep(ACCOUNT, TOKEN);

      assertThat(cache.find(ACCOUNT)).isEmpty();
      assertThat(warnings).allMatch(line -> line.contains("does not keep other users out"));
      assertThat(directory).isEmptyDirectory();
    }
  }

  private void assertNoTokenIsKept(Protection protection) {
    cache = cacheIn(directory, protection, TIMING);
    for (int i = 0; i < 2; i++) {
      assertThat(cache.find(ACCOUNT)).isEmpty();
      turn(cache).end();
      cache.keep(ACCOUNT, TOKEN);
    }
    assertThat(directory).isDirectoryNotContaining("glob:**.{token,tmp}");
    assertThat(warnings.stream().distinct())
        .singleElement()
        .asString()
        .contains("does not keep a new file for its owner alone", "cacheDirectory", "cache=off");
  }

  @ParameterizedTest
  @CsvSource({"rwxr-xr-x, rwxr-xr-x", "rwx------, rw-r--r--"})
  void no_token_is_kept_where_others_can_read_a_new_file(String directoryMode, String fileMode) {
    directory = unix.getPath("/mnt/cache");
    assertNoTokenIsKept(new PosixProtection(unix.getPath("/mnt"), directoryMode, fileMode));
  }

  @Test
  void a_directory_that_others_can_list_is_used_if_modes_have_an_effect() throws IOException {
    directory = Files.createDirectories(unix.getPath("/home/cache"));
    setMode(directory, "rwxr-xr-x");
    cache = cacheIn(directory, new PosixProtection(unix.getPath("/home")), TIMING);

    cache.keep(ACCOUNT, TOKEN);

    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve(HASH + ".token"));
    }
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void what_belongs_to_another_user_is_not_used_with_and_without_a_proc_that_names_this_one(
      boolean hasProc, boolean isDirectory) throws IOException {
    var self = unix.getPath("/proc");
    directory = unix.getPath("/home/cache");
    file = directory.resolve(HASH + ".token");
    cache = cacheIn(directory, new PosixProtection(self), TIMING);
    cache.keep(ACCOUNT, TOKEN);
    if (hasProc) {
      for (var path : List.of(Files.createDirectory(self), directory, file)) {
        setOwner(path, "me");
      }
    }
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);

    setOwner(isDirectory ? directory : file, "you");

    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(warnings)
        .singleElement()
        .asString()
        .endsWith("it belongs to 'you'. Remove it, or change its owner.");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  private void setOwner(Path path, String owner) throws IOException {
    Files.setOwner(path, unix.getUserPrincipalLookupService().lookupPrincipalByName(owner));
  }

  @Test
  void a_real_file_system_without_modes_gets_no_token() throws Exception {
    var mount = Files.createDirectory(home.resolve("mount"));
    assumeTrue(isMounted(mount), "needs root, and FAT or bindfs");
    directory = mount.resolve("cache");
    try {
      assertNoTokenIsKept(Protection.of(directory));
      assertThat(directory).isEmptyDirectory();
    } finally {
      run("umount", mount.toString());
    }
  }

  /** Mounts FAT, or else a directory that shows the modes of FAT. */
  private boolean isMounted(Path mount) throws Exception {
    var image = home.resolve("image").toString();
    var source = Files.createDirectory(home.resolve("source")).toString();
    return (run("dd", "if=/dev/zero", "of=" + image, "bs=1k", "count=512")
            && run("mkfs.vfat", image)
            && run("mount", "-t", "vfat", "-o", "loop", image, mount.toString()))
        || run("bindfs", "-p", "755", "--chmod-ignore", source, mount.toString());
  }
}
