package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SearchBudgetTest {
  private long now = Long.MAX_VALUE - 1;
  private final SearchBudget budget = new SearchBudget(3, () -> now);

  private static InputStream stream(int size) {
    var bytes = new byte[size];
    bytes[0] = 7;
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void bytes_that_are_read_one_by_one_count_in_all_streams_together() throws IOException {
    var first = budget.limit(stream(3));

    assertThat(first.read()).isEqualTo(7);
    assertThat(first.read()).isZero();
    assertThat(first.read()).isZero();
    assertThat(first.read()).isEqualTo(-1);
    var second = budget.limit(stream(1));
    assertThatThrownBy(second::read).isInstanceOf(SearchBudget.SpentException.class);
  }

  @Test
  void bytes_that_are_read_together_count_and_the_end_does_not() throws IOException {
    var first = budget.limit(stream(3));

    assertThat(first.read(new byte[8])).isEqualTo(3);
    assertThat(first.read(new byte[8])).isEqualTo(-1);
    var second = budget.limit(stream(1));
    assertThatThrownBy(() -> second.read(new byte[8]))
        .isInstanceOf(SearchBudget.SpentException.class);
  }

  @Test
  void each_file_adds_a_hundred_times_its_size_also_after_the_budget_was_spent()
      throws IOException {
    budget.add(2);
    assertThat(budget.limit(stream(203)).readAllBytes()).hasSize(203);
    assertThatThrownBy(budget.limit(stream(100))::readAllBytes)
        .isInstanceOf(SearchBudget.SpentException.class);

    budget.add(1);
    assertThat(budget.limit(stream(100)).readAllBytes()).hasSize(100);
  }

  @Test
  void bytes_that_do_not_expand_are_free() throws IOException {
    assertThat(budget.limitTime(stream(4)).readAllBytes()).hasSize(4);
  }

  @Test
  void no_stream_is_read_when_the_time_is_over() throws IOException {
    now += Duration.ofMinutes(10).toNanos();
    assertThat(budget.limitTime(stream(1)).read()).isEqualTo(7);

    now++;
    for (var late : new InputStream[] {budget.limitTime(stream(1)), budget.limit(stream(1))}) {
      assertThatThrownBy(late::read).hasMessage("the search has taken 10 minutes");
    }
  }
}
