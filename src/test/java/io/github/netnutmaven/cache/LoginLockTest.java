package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.testkit.RealTiming;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LoginLockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final WaitingPace timing = new WaitingPace();

  private LoginLock taker() {
    return taker(timing);
  }

  private LoginLock taker(Timing itsPace) {
    var file = folder.resolve("lock");
    return new LoginLock(file, Protection.of(file), itsPace);
  }

  @AfterEach
  void nothing_is_left_in_the_jvm() {
    assertThat(marks()).isEmpty();
  }

  @Test
  void whoever_comes_first_does_not_wait() {
    taker().turn(PATIENCE, () -> true).end();
    taker().turn(Duration.ZERO, () -> true).end();

    assertThat(timing.waits).isEmpty();
    assertThat(folder.resolve("lock")).exists();
  }

  @Test
  void a_second_thread_waits_until_the_first_is_done() {
    var first = taker().turn(PATIENCE, () -> false);
    timing.afterWait =
        () -> {
          if (timing.waits.size() == 3) {
            first.end();
          }
        };

    var second = taker().turn(PATIENCE, () -> false);

    assertThat(timing.waits).hasSize(3).containsOnly(Duration.ofMillis(100));
    assertThat(marks()).hasSize(1);
    second.end();
  }

  @Test
  void the_wait_ends_with_its_reason() {
    var first = taker().turn(PATIENCE, () -> false);

    taker().turn(PATIENCE, () -> timing.waits.size() == 2).end();

    assertThat(timing.waits).hasSize(2);
    first.end();
  }

  @Test
  void patience_ends_and_it_goes_on_without() {
    var first = taker().turn(Duration.ofMinutes(10), () -> false);

    taker().turn(PATIENCE, () -> false).end();

    assertThat(timing.passed).isEqualTo(PATIENCE);
    assertThat(marks()).hasSize(1);
    first.end();
  }

  @Test
  void an_interruption_ends_the_wait_and_stays_known() {
    var first = taker().turn(PATIENCE, () -> false);
    timing.interrupts = true;

    taker().turn(PATIENCE, () -> false).end();

    assertThat(Thread.interrupted()).isTrue();
    first.end();
  }

  @Test
  void a_turn_that_is_free_is_had_at_once_and_excludes_the_others() throws IOException {
    var turn = taker().ifFree().orElseThrow();

    assertThat(taker().ifFree()).isEmpty();
    turn.end();
    taker().ifFree().orElseThrow().end();
    assertThat(timing.waits).isEmpty();
  }

  /** A process that opens a file once more, and closes it, loses all its locks on that file. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void to_ask_whether_a_turn_is_free_does_not_end_the_one_that_another_thread_has()
      throws IOException {
    var turn = taker().turn(PATIENCE, () -> false);

    assertThat(taker().ifFree()).isEmpty();

    var inode = Files.getAttribute(folder.resolve("lock"), "unix:ino");
    assertThat(Path.of("/proc/locks")).content().contains(":" + inode + " ");
    turn.end();
    assertThat(Path.of("/proc/locks")).content().doesNotContain(":" + inode + " ");
  }

  @Test
  void a_turn_that_another_process_has_is_not_waited_for() throws IOException {
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(taker().ifFree()).isEmpty();
    }
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void where_nothing_can_be_locked_nobody_knows_whether_a_turn_is_free() throws IOException {
    Files.createDirectory(folder.resolve("lock"));

    assertThatThrownBy(() -> taker().ifFree()).isInstanceOf(IOException.class);
  }

  @Test
  void a_mark_that_was_left_behind_is_taken_over_in_the_end() {
    var property = "io.github.netnutmaven.lock " + folder.resolve("lock");
    System.getProperties().put(property, timing.now().toEpochMilli() + " 0");
    assertThat(marks()).hasSize(1);

    taker().turn(PATIENCE, () -> false).end();

    assertThat(timing.waits).hasSize(1);
  }

  @Test
  void another_class_loaders_copy_and_any_other_process_respects_the_lock() throws Exception {
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      taker().turn(PATIENCE, () -> false).end();
      assertThat(timing.passed).isGreaterThanOrEqualTo(PATIENCE);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void each_look_at_the_lock_lets_go_of_the_file() throws Exception {
    try (var channel =
            FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      taker().turn(PATIENCE, () -> timing.waits.size() == 5).end();

      assertThat(Path.of("/proc/self/fd").toFile().listFiles())
          .filteredOn(file -> folder.resolve("lock").equals(target(file.toPath())))
          .hasSize(1);
    }
  }

  /** Where a link leads; to itself, if it is gone by now. */
  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link;
    }
  }

  @Test
  void without_a_file_to_lock_the_threads_wait_for_each_other_all_the_same() throws Exception {
    Files.createDirectory(folder.resolve("lock"));

    var first = taker().turn(PATIENCE, () -> false);
    assertThat(timing.waits).isEmpty();
    taker().turn(PATIENCE, () -> timing.waits.size() == 1).end();
    assertThat(timing.waits).hasSize(1);
    first.end();
  }

  @Test
  void a_link_in_the_files_place_is_not_followed() throws Exception {
    Files.createSymbolicLink(folder.resolve("lock"), folder.resolve("elsewhere"));

    taker().turn(PATIENCE, () -> false).end();

    assertThat(folder.resolve("elsewhere")).doesNotExist();
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void a_pipe_in_the_files_place_does_not_block() throws Exception {
    var lock = folder.resolve("lock");
    assumeTrue(FileTokenCacheTest.run("mkfifo", "-m", "600", lock.toString()), "no mkfifo here");

    taker().turn(PATIENCE, () -> false).end();

    assertThat(timing.waits).isEmpty();
  }

  @Test
  void a_second_name_of_anothers_file_leaves_that_as_it_is() throws Exception {
    var precious = Files.writeString(folder.resolve("precious"), "precious");
    Files.createLink(folder.resolve("lock"), precious);

    taker().turn(PATIENCE, () -> false).end();

    assertThat(precious).content().isEqualTo("precious");
  }

  @Test
  void many_threads_take_turns_one_by_one() throws Exception {
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(8);
    var all = new ArrayList<Future<?>>();
    for (int i = 0; i < 8; i++) {
      all.add(
          pool.submit(
              () -> {
                start.await();
                var turn = taker(new RealTiming()).turn(Duration.ofSeconds(50), () -> false);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                new RealTiming().sleep(Duration.ofMillis(1));
                inside.decrementAndGet();
                turn.end();
                return null;
              }));
    }
    start.countDown();
    for (var each : all) {
      each.get();
    }
    pool.shutdown();

    assertThat(most).hasValue(1);
  }

  private List<String> marks() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("io.github.netnutmaven"))
        .filter(name -> name.contains(folder.toString()))
        .toList();
  }

  /** Time passes only while somebody waits. */
  private static final class WaitingPace implements Timing {
    private final List<Duration> waits = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private Runnable afterWait = () -> {};
    private boolean interrupts;

    @Override
    public long nanoTime() {
      return passed.toNanos();
    }

    @Override
    public Instant now() {
      return Instant.parse("2026-11-24T12:00:00Z").plus(passed);
    }

    @Override
    public double random() {
      return 0.5;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      if (interrupts) {
        throw new InterruptedException();
      }
      waits.add(time);
      passed = passed.plus(time);
      afterWait.run();
    }
  }
}
