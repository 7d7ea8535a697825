package io.github.netnutmaven.files;

import static io.github.netnutmaven.testkit.Programs.makePipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  @TempDir Path directory;

  private Path path() {
    return directory.resolve("path");
  }

  @Test
  void a_missing_file_has_no_problem_and_a_link_has_one_unless_it_is_followed() throws IOException {
    assertThat(RegularFile.problem(path())).isEmpty();

    Files.createSymbolicLink(path(), Files.createFile(directory.resolve("behind")));
    assertThat(RegularFile.problem(path())).isEmpty();
    assertThat(RegularFile.problem(path(), LinkOption.NOFOLLOW_LINKS))
        .hasValue("it is a symbolic link, not a regular file");
  }

  @Test
  void a_directory_is_not_opened() throws IOException {
    Files.createDirectory(path());

    assertThatThrownBy(() -> RegularFile.open(path(), Set.of(StandardOpenOption.READ)))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(path() + ": it is a directory, not a regular file");
  }

  @Test
  void a_link_that_replaces_the_file_before_it_is_opened_is_not_followed() throws Exception {
    var precious = Files.createFile(directory.resolve("precious"));
    Files.createSymbolicLink(directory.resolve("other"), precious);

    openWhileFilesAreExchanged();

    assertThat(precious).isEmptyFile();
  }

  @Test
  void a_pipe_that_replaces_the_file_before_it_is_opened_does_not_block() throws Exception {
    makePipe(directory.resolve("other"));

    openWhileFilesAreExchanged();
  }

  @Test
  void nothing_is_written_into_a_pipe_that_replaces_the_file() throws Exception {
    var pipe = directory.resolve("other");
    makePipe(pipe);
    // Keep it open, so that bytes written into it are not lost.
    try (var both = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var read = new FileInputStream(pipe.toFile())) {
      openWhileFilesAreExchanged();

      assertThat(both.isOpen()).isTrue();
      assertThat(read.available()).isZero();
    }
  }

  /** Opens and writes a file many times while another thread exchanges it with another. */
  private void openWhileFilesAreExchanged() throws Exception {
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
        // At this moment the other one was at the path, or nothing.
      }
    }
    isDone.set(true);
    changing.get();
    assertThat(opened).isPositive();
  }

  private void move(String from, String to) throws IOException {
    Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }
}
