package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners, with and without a {@code /proc} that shows the user of this process. */
class PosixProtectionTest {
  private static final String FOREIGN = "it belongs to 'you'. Remove it, or change its owner";

  private final FileSystem unix =
      Jimfs.newFileSystem(
          Configuration.unix().toBuilder()
              .setAttributeViews("basic", "owner", "posix", "unix")
              .build());
  private final Path directory = unix.getPath("/home/cache");
  private final Path file = directory.resolve("file");
  private final Path self = unix.getPath("/proc");

  @BeforeEach
  void create_a_directory_with_a_file() throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(directory, mode);
    Files.createFile(file, mode);
  }

  @AfterEach
  void close() throws IOException {
    unix.close();
  }

  private void setOwner(Path path, String owner) throws IOException {
    Files.setOwner(path, unix.getUserPrincipalLookupService().lookupPrincipalByName(owner));
  }

  private @Nullable String problem(Path path) throws IOException {
    var protection = new PosixProtection(self);
    var problem =
        path.equals(directory) ? protection.directoryProblem(path) : protection.fileProblem(path);
    return problem == null ? null : problem.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/cache", "/home/cache/file"})
  void the_owner_of_the_entry_in_proc_is_the_user(String name) throws IOException {
    var path = unix.getPath(name);
    Files.createDirectory(self);
    setOwner(self, "me");
    setOwner(path, "me");
    assertThat(problem(path)).isNull();

    setOwner(path, "you");
    assertThat(problem(path)).isEqualTo(FOREIGN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/cache", "/home/cache/file"})
  void the_owner_of_a_new_file_is_the_user_if_there_is_no_proc(String name) throws IOException {
    var path = unix.getPath(name);
    assertThat(problem(path)).isNull();

    setOwner(path, "you");
    assertThat(problem(path)).isEqualTo(FOREIGN);
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }
}
