package io.github.netnutmaven.cache;

import static io.github.netnutmaven.testkit.Programs.makePipe;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache where others can write or read, and where something else is in its place. */
@Timeout(60)
class UnsafePlacesTest extends CacheFixture {
  private void assertMiss(String warning) {
    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(warnings).isNotEmpty().allSatisfy(w -> assertThat(w).contains(warning));
    assertThat(warnings).noneMatch(w -> w.contains("fake-token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw-rw-", "rw----r--", "rw--w----", "rwx--x---"})
  void a_file_that_others_have_access_to_is_ignored(String mode) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    setMode(file, mode);

    assertMiss("chmod 600");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(mode(file)).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwx-w----", "rwxrwxrwx"})
  void a_directory_that_others_can_write_in_is_not_used(String mode) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    setMode(directory, mode);

    assertMiss("chmod 700");
    var before = Files.getLastModifiedTime(file);
    cache.keep(ACCOUNT, token("fake-other"));
    assertThat(file).content().contains("fake-token");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    assertThat(cache.forget(ACCOUNT)).isFalse();
  }

  @Test
  void a_directory_in_one_that_everybody_can_write_in_is_not_used() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    setMode(home, "rwxrwxrwx");

    assertMiss("everybody can write in " + home);
    Files.setAttribute(home, "unix:mode", 01777);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
  }

  @Test
  void a_link_or_a_file_in_place_of_the_directory_is_not_used() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var moved = Files.move(directory, home.resolve("moved"));
    Files.createSymbolicLink(directory, moved);
    assertMiss("it is a link or a file, not a directory");
    cache.keep(ACCOUNT, token("fake-other"));
    assertThat(moved.resolve(file.getFileName())).content().contains("fake-token");

    Files.delete(directory);
    Files.createFile(directory);
    assertMiss("it is a link or a file, not a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"another file", "our own file", "nothing"})
  void a_link_in_place_of_the_file_is_not_followed(String target) throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var behind = home.resolve("behind");
    switch (target) {
      case "another file" -> {
        Files.delete(file);
        Files.writeString(behind, "precious");
      }
      case "our own file" -> Files.move(file, behind);
      default -> Files.delete(file);
    }
    var before = Files.exists(behind) ? Files.readString(behind) : "";
    Files.createSymbolicLink(file, behind);

    assertMiss("it is a symbolic link, not a regular file");
    cache.keep(ACCOUNT, token("fake-other"));
    assertThat(Files.exists(behind) ? Files.readString(behind) : "").isEqualTo(before);
    assertThat(file).isRegularFile();
    assertThat(Files.isSymbolicLink(file)).isFalse();
  }

  @Test
  void a_pipe_or_a_device_in_place_of_the_file_is_never_opened() throws Exception {
    cache.keep(ACCOUNT, TOKEN);
    Files.delete(file);
    makePipe(file);
    assertMiss("it is a pipe, a socket or a device, not a regular file");
    warnings.clear();

    Files.delete(file);
    var pipe = home.resolve("pipe");
    makePipe(pipe);
    Files.createSymbolicLink(file, pipe);
    assertMiss("it is a symbolic link, not a regular file");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
  }

  @Test
  void a_directory_in_place_of_the_file_costs_only_the_cache() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    Files.delete(file);
    Files.createDirectories(file);

    assertMiss(", not a regular file");
    warnings.clear();
    cache.keep(ACCOUNT, TOKEN);
    assertThat(warnings).last().asString().startsWith("Did not cache the token: " + directory);
    assertThat(directory.toFile().list()).hasSize(1);
    warnings.clear();
    assertThat(cache.forget(ACCOUNT)).isFalse();
    assertThat(cache.forgetAll()).isFalse();
    assertThat(file).isDirectory();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_file_in_place_of_the_directory_costs_only_the_lock() throws IOException {
    Files.createFile(directory);
    turn(cache).end();
    turn(cacheIn(directory.resolve("below"))).end();

    assertThat(warnings).singleElement().asString().contains("a file, not a directory");
  }

  @Test
  void a_hard_link_to_the_file_keeps_only_the_old_token() throws IOException {
    cache.keep(ACCOUNT, TOKEN);
    var second = Files.createLink(home.resolve("second"), file);
    cache.keep(ACCOUNT, token("fake-new"));

    assertThat(second).content().contains("fake-token").doesNotContain("fake-new");
  }
}
