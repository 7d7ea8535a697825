package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Places that a cache cannot be written in, or must not be read in, made with the real thing where
 * the tests run as root; each in a process of its own, which keeps a token and looks for it.
 */
@Timeout(120)
class HostilePlacesTest {
  @TempDir Path home;

  private final List<Runnable> undo = new ArrayList<>();

  @AfterEach
  void as_it_was() {
    undo.forEach(Runnable::run);
  }

  private Path cache() {
    return home.resolve("cache");
  }

  @Test
  void a_full_disk() throws Exception {
    mount("size=64k,mode=0755");
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assertThat(
            FileTokenCacheTest.run(
                "dd", "if=/dev/zero", "of=" + cache().resolve("filler"), "bs=4k"))
        .as("dd ends with an error when the disk is full")
        .isFalse();

    assertThat(keepAndFind("fake-new"))
        .hasSize(2)
        .anyMatch(line -> line.contains("No space left on device"))
        .contains("FOUND fake-old");
    assertThat(cache().toFile().list((d, name) -> name.endsWith(".tmp"))).isEmpty();
  }

  @Test
  void a_file_system_that_is_read_only() throws Exception {
    mount("size=1m,mode=0755");
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(
        FileTokenCacheTest.run("mount", "-o", "remount,ro", cache().toString()),
        "needs the right to mount again");

    assertThat(keepAndFind("fake-new"))
        .hasSize(2)
        .anyMatch(line -> line.contains("Did not cache the token: " + cache()))
        .contains("FOUND fake-old");
  }

  @Test
  void a_folder_that_cannot_be_changed() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(FileTokenCacheTest.run("chattr", "+i", cache().toString()), "needs chattr");
    undo.add(() -> tryTo("chattr", "-i", cache().toString()));

    assertThat(keepAndFind("fake-new"))
        .hasSize(2)
        .anyMatch(line -> line.contains("Did not cache the token: " + cache()))
        .contains("FOUND fake-old");
  }

  @Test
  void a_file_of_another_user() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(FileTokenCacheTest.run("chown", "12345", token().toString()), "needs root");

    assertThat(find()).isNotEmpty().allMatch(line -> line.contains("it belongs to '12345'"));
  }

  @Test
  void a_folder_of_another_user() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");
    assumeTrue(FileTokenCacheTest.run("chown", "12345", cache().toString()), "needs root");

    assertThat(keepAndFind("fake-new")).allMatch(line -> line.contains("it belongs to '12345'"));
  }

  @Test
  void a_folder_that_its_user_may_not_write_in() throws Exception {
    assumeReadable("65534");
    var readOnly = Files.createDirectories(home.resolve("read-only"));
    assertThat(FileTokenCacheTest.run("chmod", "755", home.toString())).isTrue();

    var said = said(List.of("setpriv", "--reuid=65534"), readOnly.resolve("cache"), "fake-new");

    assertThat(said)
        .singleElement()
        .asString()
        .contains("Did not cache the token")
        .contains("permission denied");
    assertThat(readOnly).isEmptyDirectory();
  }

  @Test
  void a_user_whom_the_system_does_not_know() throws Exception {
    assumeReadable("12345");

    assertThat(said(List.of("env", "-u", "HOME", "setpriv", "--reuid=12345"), home, "place"))
        .containsExactly("user.home ?", "PLACE none");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void no_descriptor_left() throws Exception {
    assertThat(keepAndFind("fake-old")).containsExactly("FOUND fake-old");

    assertThat(said(List.of("bash", "-c", "ulimit -n 64; exec \"$@\"", "-"), cache(), "exhausted"))
        .isNotEmpty()
        .allMatch(line -> line.contains("Too many open files"));
    assertThat(find()).containsExactly("FOUND fake-old");
    assertThat(cache().toFile().list((d, name) -> name.endsWith(".tmp"))).isEmpty();
  }

  private static void assumeReadable(String user) throws Exception {
    assumeTrue(
        FileTokenCacheTest.run(
            "setpriv", "--reuid=" + user, "test", "-r", folderOf(KeepingProcess.class) + "/io"),
        "needs root, and a place for the classes that others can read");
  }

  private Path token() throws IOException {
    var names = cache().toFile().list((d, name) -> name.endsWith(".token"));
    assertThat(names).hasSize(1);
    return cache().resolve(names[0]);
  }

  private void mount(String options) throws Exception {
    Files.createDirectory(cache());
    assumeTrue(
        FileTokenCacheTest.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", cache().toString()),
        "needs root and the right to mount");
    undo.add(() -> tryTo("umount", cache().toString()));
  }

  private List<String> find() throws Exception {
    return said(List.of(), cache(), "");
  }

  private List<String> keepAndFind(String token) throws Exception {
    return said(List.of(), cache(), token);
  }

  private static List<String> said(List<String> before, Path cache, String token) throws Exception {
    var command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            folderOf(FileTokenCache.class) + File.pathSeparator + folderOf(KeepingProcess.class),
            KeepingProcess.class.getName(),
            cache.toString(),
            token));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(new File(cache.toString()).getParentFile());
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said.lines().toList();
  }

  private static String folderOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
  }

  private static void tryTo(String... command) {
    try {
      FileTokenCacheTest.run(command);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
