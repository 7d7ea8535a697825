package io.github.netnutmaven.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RegularFileTest {
  @TempDir Path folder;

  private Path path() {
    return folder.resolve("path");
  }

  @Test
  void what_is_not_there_has_no_flaw_and_a_link_has_one_unless_it_is_followed() throws IOException {
    assertThat(RegularFile.problem(path())).isEmpty();

    Files.createSymbolicLink(path(), Files.createFile(folder.resolve("behind")));
    assertThat(RegularFile.problem(path())).isEmpty();
    assertThat(RegularFile.problem(path(), LinkOption.NOFOLLOW_LINKS))
        .hasValue("it is a symbolic link, not a regular file");
  }

  @Test
  void what_is_refused_is_told() throws IOException {
    Files.createDirectory(path());

    assertThatThrownBy(() -> RegularFile.open(path(), Set.of(StandardOpenOption.READ)))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(path() + ": it is a folder, not a regular file");
  }

  @Test
  void no_link_is_followed_that_takes_the_files_place_before_it_is_opened() throws Exception {
    var precious = Files.createFile(folder.resolve("precious"));
    Files.createSymbolicLink(folder.resolve("other"), precious);

    openWhilePlacesChange();

    assertThat(precious).isEmptyFile();
  }

  @Test
  void no_pipe_blocks_that_takes_the_files_place_before_it_is_opened() throws Exception {
    makePipe(folder.resolve("other"));

    openWhilePlacesChange();
  }

  @Test
  void nothing_is_written_into_such_a_pipe() throws Exception {
    var pipe = folder.resolve("other");
    makePipe(pipe);
    // Open all the time, so that what is written into it stays there.
    try (var both = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var read = new FileInputStream(pipe.toFile())) {
      openWhilePlacesChange();

      assertThat(both.isOpen()).isTrue();
      assertThat(read.available()).isZero();
    }
  }

  private static void makePipe(Path path) throws Exception {
    var made = new ProcessBuilder("mkfifo", path.toString()).start();
    assumeTrue(made.waitFor() == 0, "no mkfifo here");
  }

  /** Opens a file and writes to it, over and over, while it and another change their places. */
  private void openWhilePlacesChange() throws Exception {
    Files.createFile(path());
    var isDone = new AtomicBoolean();
    var changing =
        CompletableFuture.runAsync(
            () -> {
              try {
                while (!isDone.get()) {
                  move("path", "aside");
                  move("other", "path");
                  move("path", "other");
                  move("aside", "path");
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    int opened = 0;
    for (int i = 0; i < 20_000; i++) {
      try (var file =
          RegularFile.open(path(), Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE))) {
        file.write(ByteBuffer.allocate(1));
        opened++;
      } catch (IOException e) {
        // The other one was there, or nothing.
      }
    }
    isDone.set(true);
    changing.get();
    assertThat(opened).isPositive();
  }

  private void move(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }
}
