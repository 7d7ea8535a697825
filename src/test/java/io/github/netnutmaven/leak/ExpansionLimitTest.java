package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpansionLimitTest {
  private final ExpansionLimit limit = new ExpansionLimit(3);

  @BeforeEach
  void for_a_small_file() {
    limit.reset(0);
  }

  private InputStream stream(int size) {
    var bytes = new byte[size];
    bytes[0] = 7;
    return limit.limit(new ByteArrayInputStream(bytes));
  }

  @Test
  void bytes_that_are_read_one_by_one_count_in_all_streams_together() throws IOException {
    var first = stream(3);

    assertThat(first.read()).isEqualTo(7);
    assertThat(first.read()).isZero();
    assertThat(first.read()).isZero();
    assertThat(first.read()).isEqualTo(-1);
    var second = stream(1);
    assertThatThrownBy(second::read).isInstanceOf(ExpansionLimit.ExceededException.class);
  }

  @Test
  void bytes_that_are_read_together_count_and_the_end_does_not() throws IOException {
    var first = stream(3);

    assertThat(first.read(new byte[8])).isEqualTo(3);
    assertThat(first.read(new byte[8])).isEqualTo(-1);
    var second = stream(1);
    assertThatThrownBy(() -> second.read(new byte[8]))
        .isInstanceOf(ExpansionLimit.ExceededException.class);
  }

  @Test
  void a_large_file_may_expand_to_a_hundred_times_its_size() throws IOException {
    limit.reset(2);
    assertThat(stream(200).readAllBytes()).hasSize(200);
    limit.reset(2);
    assertThatThrownBy(stream(201)::readAllBytes)
        .isInstanceOf(ExpansionLimit.ExceededException.class);
  }
}
