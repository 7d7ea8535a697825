package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another process writes to the same file of variables: no line is lost. */
@Timeout(120)
class SharedEnvFileTest {
  private static final AccessToken TOKEN = token("fake-token-1");
  private static final String LINE = "NETNUT_TOKEN=fake-token-1";
  private static final String URL_LINE = "NETNUT_API_URL=" + ApiUrl.DEFAULT;
  private Path path;
  private EnvFile file;

  private static AccessToken token(String value) {
    return new AccessToken(value, null, AccessToken.Source.LOGIN);
  }

  @BeforeEach
  void no_file_yet(@TempDir Path directory) {
    path = directory.resolve("env");
    file = new EnvFile(path, "NETNUT_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LINE\n", "\nLINE"})
  void no_line_is_lost_that_another_process_appends_at_the_same_time(String form) throws Exception {
    Files.writeString(path, "A=1\n");
    var appending = start(path, form);
    try (var said = appending.inputReader()) {
      assertThat(said.readLine()).isEqualTo("READY");
      for (int i = 0; appending.isAlive(); i++) {
        file.write(token("fake-token-" + "x".repeat(i % 3)), ApiUrl.DEFAULT);
        if (i % 5 == 0) {
          file.withdraw();
        }
      }
    }
    assertThat(appending.waitFor()).isZero();
    file.write(TOKEN, ApiUrl.DEFAULT);

    assertThat(path)
        .content()
        .satisfies(
            text ->
                assertThat(
                        text.lines()
                            .filter(
                                line ->
                                    !line.isEmpty()
                                        && !line.equals(LINE)
                                        && !line.equals(URL_LINE)))
                    .containsExactlyElementsOf(
                        Stream.concat(
                                Stream.of("A=1"),
                                IntStream.range(0, AppendingProcess.LINES)
                                    .mapToObj(AppendingProcess::line))
                            .toList()))
        .containsOnlyOnce(LINE + "\n")
        .containsOnlyOnce(URL_LINE + "\n");
  }

  @Test
  void no_line_is_lost_when_another_process_creates_the_file() throws Exception {
    for (int i = 0; i < 200; i++) {
      Files.deleteIfExists(path);
      assertBothStay("B=2\n", StandardOpenOption.CREATE);
    }
  }

  @Test
  void no_line_is_lost_when_another_process_begins_a_line_at_the_end() throws Exception {
    for (int i = 0; i < 1000; i++) {
      Files.writeString(path, "\n");
      assertBothStay("\nB=2", StandardOpenOption.WRITE);
    }
  }

  /** Appends a line in another thread while the token is written. */
  private void assertBothStay(String line, OpenOption how) throws Exception {
    var both = new CyclicBarrier(2);
    var other =
        CompletableFuture.runAsync(
            () -> {
              try {
                both.await();
                Files.writeString(path, line, how, StandardOpenOption.APPEND);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    both.await();
    file.write(TOKEN, ApiUrl.DEFAULT);
    other.get();

    assertThat(Files.readAllLines(path).stream().filter(each -> !each.isEmpty()))
        .containsExactlyInAnyOrder("B=2", LINE, URL_LINE);
  }

  private static Process start(Path path, String form) throws IOException {
    var command = Programs.java(List.of(), AppendingProcess.class, path.toString(), form);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
