package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Files that are written and searched for the planted token at once. */
final class SearchedFiles {
  private final Path base;
  private LeakSearch search;
  private long nanos;
  private Duration tick = Duration.ZERO;

  SearchedFiles(Path base) {
    this.base = base;
    limitTo(SearchBudget.BYTES);
  }

  /** Starts again with another limit, in bytes. */
  void limitTo(long bytes) {
    search =
        new LeakSearch(
            List.of(new Secret("the token", Planted.TOKEN)),
            base,
            new SearchBudget(bytes, () -> nanos += tick.toNanos()));
  }

  /** Lets this time pass with each look at the clock. */
  void tick(Duration time) {
    tick = time;
  }

  /** Lets this time pass. */
  void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** Writes and searches a file. */
  void add(String name, byte[] content) throws IOException {
    search.file(Files.write(base.resolve(name), content));
  }

  /** The result for all files. */
  LeakReport report() {
    return search.report();
  }

  /** Asserts that there is one finding, and no warning. */
  void assertFoundOnlyAt(String location) {
    assertOneFindingAt(location);
    assertThat(report().warnings()).isEmpty();
  }

  /** Asserts that there is one finding. */
  void assertOneFindingAt(String location) {
    assertThat(report().findings())
        .singleElement()
        .asString()
        .startsWith(location + ": the token (");
  }
}
