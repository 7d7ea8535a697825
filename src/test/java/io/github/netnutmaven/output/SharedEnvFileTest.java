package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else writes to the same file of variables: no line is lost. */
@Timeout(120)
class SharedEnvFileTest {
  private final List<String> lines =
      new ArrayList<>(List.of("NETNUT_TOKEN=fake-token", "NETNUT_API_URL=" + ApiUrl.DEFAULT));

  private Path path;
  private EnvFile file;

  @BeforeEach
  void no_file_yet(@TempDir Path directory) {
    path = directory.resolve("env");
    file = new EnvFile(path, "NETNUT_TOKEN");
  }

  private void write(String token) throws Exception {
    file.write(new AccessToken(token, null, AccessToken.Source.LOGIN), ApiUrl.DEFAULT);
  }

  private void append(String text) {
    try {
      Files.writeString(path, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertThatNoLineIsLost() throws IOException {
    assertThat(Files.readAllLines(path))
        .filteredOn(line -> !line.isEmpty())
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  @Test
  void no_line_is_lost_that_others_append_at_the_same_time() throws Exception {
    Files.createFile(path);
    var appending =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 300; i++) {
                lines.add("LINE_" + i + "=" + "v".repeat(i % 40));
                append(lines.get(lines.size() - 1) + "\n");
              }
            });
    for (int i = 0; !appending.isDone(); i++) {
      write("fake-token-" + "x".repeat(i % 3));
      if (i % 5 == 0) {
        file.withdraw();
      }
    }
    appending.join();
    write("fake-token");

    assertThatNoLineIsLost();
  }

  @Test
  void no_line_is_lost_that_others_begin_at_the_same_time() throws Exception {
    lines.add("B=2");
    var both = new Phaser(2);
    for (int i = 0; i < 1000; i++) {
      Files.writeString(path, "\n");
      var appending =
          CompletableFuture.runAsync(
              () -> {
                both.arriveAndAwaitAdvance();
                append("\nB=2");
              });
      both.arriveAndAwaitAdvance();
      write("fake-token");
      appending.join();

      assertThatNoLineIsLost();
    }
  }

  @Test
  void no_line_is_lost_when_others_create_the_file() throws Exception {
    Files.writeString(path, "B=2\n");

    OwnerOnlyFile.createEmpty(path);

    assertThat(path).content().isEqualTo("B=2\n");
  }
}
