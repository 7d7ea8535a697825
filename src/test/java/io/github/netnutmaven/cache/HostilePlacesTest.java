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

/**
 * Directories that a cache cannot write in or must not trust, made with real mounts and users where
 * the tests run as root. Each test stores a token and reads it in another process.
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
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assertThat(run("dd", "if=/dev/zero", "of=" + directory.resolve("filler"), "bs=4k"))
        .as("dd ends with an error when the disk is full")
        .isFalse();

    assertOldTokenIsKept("No space left on device");
    assertThat(directory.toFile().list((d, name) -> name.endsWith(".tmp"))).isEmpty();
  }

  @Test
  void a_read_only_file_system_keeps_the_old_token() throws Exception {
    mount("size=1m,mode=0755");
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(
        run("mount", "-o", "remount,ro", directory.toString()), "needs the right to mount again");

    assertOldTokenIsKept("Did not cache the token: " + directory);
  }

  @Test
  void an_immutable_directory_keeps_the_old_token() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(run("chattr", "+i", directory.toString()), "needs chattr");
    undo.add(new String[] {"chattr", "-i", directory.toString()});

    assertOldTokenIsKept("Did not cache the token: " + directory);
  }

  private void assertOldTokenIsKept(String warning) throws Exception {
    assertThat(keepAndFind("fake-new"))
        .hasSize(2)
        .anyMatch(line -> line.contains(warning))
        .contains("FOUND fake-old");
  }

  @Test
  void a_file_of_another_user_is_ignored() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    var names = directory.toFile().list((d, name) -> name.endsWith(".token"));
    assumeTrue(run("chown", "12345", directory.resolve(names[0]).toString()), "needs root");

    assertThat(find()).isNotEmpty().allMatch(line -> line.contains("it belongs to '12345'"));
  }

  @Test
  void a_directory_of_another_user_is_not_used() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(run("chown", "12345", directory.toString()), "needs root");

    assertThat(keepAndFind("fake-new")).allMatch(line -> line.contains("it belongs to '12345'"));
  }

  @Test
  void a_directory_that_cannot_be_created_costs_only_the_cache() throws Exception {
    assumeReadable("65534");
    var readOnly = Files.createDirectories(home.resolve("read-only"));
    assertThat(run("chmod", "755", home.toString())).isTrue();

    assertThat(output(List.of("setpriv", "--reuid=65534"), readOnly.resolve("cache"), "fake-new"))
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
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    var limited = List.of("bash", "-c", "ulimit -n 64; exec \"$@\"", "-");

    assertThat(output(limited, directory, "exhausted"))
        .isNotEmpty()
        .allMatch(line -> line.contains("Too many open files"));
    assertThat(find()).containsExactly("FOUND fake-old");
    assertThat(directory.toFile().list((d, name) -> name.endsWith(".tmp"))).isEmpty();
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

  private List<String> find() throws Exception {
    return output(List.of(), directory, "");
  }

  private List<String> keepAndFind(String token) throws Exception {
    return output(List.of(), directory, token);
  }

  private static List<String> output(List<String> prefix, Path cache, String token)
      throws Exception {
    // Not the whole class path, because other users may not read all of it.
    var classPath =
        location(FileTokenCache.class) + File.pathSeparator + location(KeepingProcess.class);
    var command = new ArrayList<>(prefix);
    command.addAll(
        Programs.java(List.of("-cp", classPath), KeepingProcess.class, cache.toString(), token));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var process = builder.directory(cache.getParent().toFile()).start();
    return Programs.output(process).lines().toList();
  }

  private static String location(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }
}
