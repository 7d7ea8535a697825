package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.TestTiming;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LoginLockTest extends CacheFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestTiming timing = new TestTiming(() -> 0.5);
  private LoginLock login;

  @BeforeEach
  void create_a_lock() {
    file = home.resolve("lock");
    login = new LoginLock(file, Protection.of(file), timing);
  }

  @AfterEach
  void the_jvm_is_not_locked() {
    assertThat(properties()).isEmpty();
  }

  @Test
  void the_first_build_does_not_wait() {
    login.lock(PATIENCE, () -> true).end();
    login.lock(Duration.ZERO, () -> true).end();

    assertThat(timing.waits).isEmpty();
    assertThat(file).exists();
  }

  @Test
  void a_second_thread_waits_until_the_first_unlocks() {
    var first = login.lock(PATIENCE, () -> false);

    var second =
        login.lock(
            PATIENCE,
            () -> {
              if (timing.waits.size() == 3) {
                first.end();
              }
              return false;
            });

    assertThat(timing.waits).hasSize(3).containsOnly(Duration.ofMillis(100));
    assertThat(properties()).hasSize(1);
    second.end();
  }

  @Test
  void the_build_goes_on_without_the_lock_after_its_patience() {
    var first = login.lock(Duration.ofMinutes(10), () -> false);

    login.lock(PATIENCE, () -> false).end();

    assertThat(timing.nanoTime()).isEqualTo(PATIENCE.toNanos());
    assertThat(properties()).hasSize(1);
    first.end();
  }

  @Test
  void an_interruption_ends_the_wait_and_stays_set() {
    var first = login.lock(PATIENCE, () -> false);
    Thread.currentThread().interrupt();

    login.lock(PATIENCE, () -> false).end();

    assertThat(Thread.interrupted()).isTrue();
    first.end();
  }

  @Test
  void tryLock_locks_without_waiting_and_excludes_others() throws IOException {
    var turn = login.tryLock();

    assertThat(login.tryLock()).isNull();
    turn.end();
    login.tryLock().end();
    assertThat(timing.waits).isEmpty();
  }

  /** A process that opens a file again and closes it loses all its locks on that file. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_failed_tryLock_does_not_unlock_the_file_for_another_thread() throws IOException {
    var turn = login.lock(PATIENCE, () -> false);

    assertThat(login.tryLock()).isNull();

    var inode = Files.getAttribute(file, "unix:ino");
    assertThat(Path.of("/proc/locks")).content().contains(":" + inode + " ");
    turn.end();
    assertThat(Path.of("/proc/locks")).content().doesNotContain(":" + inode + " ");
  }

  @Test
  void a_lock_left_behind_in_the_jvm_expires() {
    var property = "io.github.netnutmaven.lock " + file;
    System.getProperties().put(property, timing.now().toEpochMilli() + " 0");
    assertThat(properties()).hasSize(1);

    login.lock(PATIENCE, () -> false).end();

    assertThat(timing.waits).hasSize(1);
  }

  static Stream<Object> garbage() {
    return Stream.of(
        "",
        " ",
        "garbage",
        "9223372036854775808 1",
        "-1 1",
        "99999999999999 x",
        Path.of("no text"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void a_property_of_this_name_with_garbage_in_it_is_ignored(Object value) throws IOException {
    System.getProperties().put("io.github.netnutmaven.lock " + file, value);

    var turn = login.tryLock();

    assertThat(turn).isNotNull();
    turn.end();
  }

  /** The lock as another process, or another class loader's copy of this plugin, holds it. */
  private FileLock foreignLock() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).lock();
  }

  @Test
  void a_lock_that_another_process_or_class_loader_holds_is_respected() throws IOException {
    var foreign = foreignLock();
    try (var channel = foreign.acquiredBy()) {
      assertThat(login.tryLock()).isNull();
      assertThat(timing.waits).isEmpty();

      login.lock(PATIENCE, () -> false).end();
      assertThat(timing.nanoTime()).isGreaterThanOrEqualTo(PATIENCE.toNanos());
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void each_attempt_to_lock_closes_the_file() throws IOException {
    var foreign = foreignLock();
    try (var channel = foreign.acquiredBy()) {
      login.lock(PATIENCE, () -> timing.waits.size() == 5).end();

      assertThat(channel.isOpen()).isTrue();
      assertThat(Path.of("/proc/self/fd").toFile().listFiles())
          .filteredOn(descriptor -> file.equals(target(descriptor.toPath())))
          .hasSize(1);
    }
  }

  /** The target of a link; the link itself if it does not exist any more. */
  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link;
    }
  }

  @Test
  void threads_wait_for_each_other_even_if_the_file_cannot_be_locked() throws Exception {
    Files.createDirectory(file);
    assertThatThrownBy(() -> login.tryLock()).isInstanceOf(IOException.class);

    var first = login.lock(PATIENCE, () -> false);
    assertThat(timing.waits).isEmpty();
    login.lock(PATIENCE, () -> timing.waits.size() == 1).end();
    assertThat(timing.waits).hasSize(1);
    first.end();
  }

  @Test
  void a_hard_link_to_another_file_does_not_change_that_file() throws Exception {
    var precious = Files.writeString(home.resolve("precious"), "precious");
    Files.createLink(file, precious);

    login.lock(PATIENCE, () -> false).end();

    assertThat(precious).content().isEqualTo("precious");
  }

  private List<String> properties() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("io.github.netnutmaven"))
        .filter(name -> name.contains(home.toString()))
        .toList();
  }
}
