package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a file is, with and without a {@code /proc} that tells who we are. */
class PosixProtectionTest {
  private final FileSystem unix =
      Jimfs.newFileSystem(
          Configuration.unix().toBuilder()
              .setAttributeViews("basic", "owner", "posix", "unix")
              .build());
  private final Path folder = unix.getPath("/home/cache");
  private final Path file = folder.resolve("file");
  private final Path self = unix.getPath("/proc");

  @BeforeEach
  void a_folder_with_a_file() throws IOException {
    var modes = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(folder, modes);
    Files.createFile(file, modes);
  }

  @AfterEach
  void gone() throws IOException {
    unix.close();
  }

  private void give(Path path, String owner) throws IOException {
    var users = unix.getUserPrincipalLookupService();
    Files.setOwner(path, users.lookupPrincipalByName(owner));
  }

  private Optional<String> flawOf(Path path) throws IOException {
    var protection = new PosixProtection(self);
    var attributes = protection.attributes(path);
    return path.equals(folder)
        ? protection.flawOfFolder(path, attributes)
        : protection.flawOfFile(path, attributes);
  }

  @Test
  void we_are_who_owns_our_entry_in_proc() throws IOException {
    Files.createDirectory(self);
    give(self, "me");
    give(folder, "me");

    assertThat(flawOf(folder)).isEmpty();
    assertThat(flawOf(file)).hasValue("it belongs to 'user'. Remove it, or take it over");
    give(file, "me");
    assertThat(flawOf(file)).isEmpty();
    give(folder, "you");
    assertThat(flawOf(folder)).hasValue("it belongs to 'you'. Remove it, or take it over");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/cache", "/home/cache/file"})
  void without_one_we_are_who_owns_what_we_make_there(String path) throws IOException {
    var place = unix.getPath(path);
    assertThat(flawOf(place)).isEmpty();

    give(place, "you");
    assertThat(flawOf(place)).hasValue("it belongs to 'you'. Remove it, or take it over");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
