package io.github.netnutmaven.cache;

import static io.github.netnutmaven.testkit.Programs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.testkit.Programs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Directories that a cache cannot write in or must not trust, made with real mounts and users where
 * the tests run as root.
 */
@Timeout(120)
class HostilePlacesTest extends CacheFixture {
  private final List<String[]> undo = new ArrayList<>();

  @AfterEach
  void undo() throws InterruptedException {
    for (var command : undo) {
      run(command);
    }
  }

  @Test
  void a_full_disk_keeps_the_old_token() throws Exception {
    mount("size=64k,mode=0755");
    cache.keep(ACCOUNT, TOKEN);
    assertThat(run("dd", "if=/dev/zero", "of=" + directory.resolve("filler"), "bs=4k"))
        .as("dd ends with an error when the disk is full")
        .isFalse();

    assertOldTokenIsKept("No space left on device");
  }

  @Test
  void a_read_only_file_system_keeps_the_old_token() throws Exception {
    mount("size=1m,mode=0755");
    cache.keep(ACCOUNT, TOKEN);
    assumeTrue(
        run("mount", "-o", "remount,ro", directory.toString()), "needs the right to mount again");

    assertOldTokenIsKept("Did not cache the token: " + directory);
  }

  @Test
  void an_immutable_directory_keeps_the_old_token() throws Exception {
    cache.keep(ACCOUNT, TOKEN);
    assumeTrue(run("chattr", "+i", directory.toString()), "needs chattr");
    undo.add(new String[] {"chattr", "-i", directory.toString()});

    assertOldTokenIsKept("Did not cache the token: " + directory);
  }

  private void assertOldTokenIsKept(String warning) {
    turn(cache).end();
    cache.keep(ACCOUNT, token("fake-new"));

    assertThat(warnings).singleElement().asString().contains(warning);
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_or_a_directory_of_another_user_is_not_used(boolean isDirectory) throws Exception {
    cache.keep(ACCOUNT, TOKEN);
    var foreign = isDirectory ? directory : file;
    assumeTrue(run("chown", "12345", foreign.toString()), "needs root");

    assertThat(cache.find(ACCOUNT)).isEmpty();
    assertThat(warnings).singleElement().asString().contains("it belongs to '12345'");
  }

  @Test
  void a_directory_that_cannot_be_created_costs_only_the_cache() throws Exception {
    assumeReadable("65534");
    var readOnly = Files.createDirectories(home.resolve("read-only"));
    assertThat(run("chmod", "755", home.toString())).isTrue();

    assertThat(output(List.of("setpriv", "--reuid=65534"), readOnly.resolve("cache"), "keep"))
        .singleElement()
        .asString()
        .contains("Did not cache the token", "permission denied");
    assertThat(readOnly).isEmptyDirectory();
  }

  @Test
  void a_user_that_the_system_does_not_know_has_no_cache() throws Exception {
    assumeReadable("12345");
    var unknown = List.of("env", "-u", "HOME", "setpriv", "--reuid=12345");

    assertThat(output(unknown, home, "default")).containsExactly("user.home ?", "null");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void a_process_without_a_free_descriptor_keeps_the_old_token() throws Exception {
    cache.keep(ACCOUNT, TOKEN);
    var limited = List.of("bash", "-c", "ulimit -n 64; exec \"$@\"", "-");

    assertThat(output(limited, directory, "exhausted"))
        .isNotEmpty()
        .allMatch(line -> line.contains("Too many open files"));
    assertThat(cache.find(ACCOUNT)).hasValue(TOKEN);
    assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
  }

  private static void assumeReadable(String user) throws Exception {
    var classes = location(KeepingProcess.class) + "/io";
    assumeTrue(
        run("setpriv", "--reuid=" + user, "test", "-r", classes),
        "needs root, and classes that others can read");
  }

  private void mount(String options) throws Exception {
    Files.createDirectory(directory);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString()),
        "needs root and the right to mount");
    undo.add(new String[] {"umount", directory.toString()});
  }

  private static List<String> output(List<String> prefix, Path cache, String command)
      throws Exception {
    // Not the whole class path, because other users may not read all of it.
    var classPath =
        location(FileTokenCache.class) + File.pathSeparator + location(KeepingProcess.class);
    var words = new ArrayList<>(prefix);
    words.addAll(
        Programs.java(List.of("-cp", classPath), KeepingProcess.class, cache.toString(), command));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    var process = builder.directory(cache.getParent().toFile()).start();
    return Programs.output(process).lines().toList();
  }

  private static String location(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }
}
