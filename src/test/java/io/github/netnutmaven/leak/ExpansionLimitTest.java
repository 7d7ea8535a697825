package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Every byte that comes out counts, in whatever way it is read. */
class ExpansionLimitTest {
  private static InputStream stream(ExpansionLimit allowance, int size) {
    var bytes = new byte[size];
    bytes[0] = 7;
    return allowance.spentOn(new ByteArrayInputStream(bytes));
  }

  @Test
  void bytes_that_are_read_one_by_one_count() throws IOException {
    var allowance = new ExpansionLimit(0, 3);
    var first = stream(allowance, 3);

    assertThat(first.read()).isEqualTo(7);
    assertThat(first.read()).isZero();
    assertThat(first.read()).isZero();
    assertThat(first.read()).isEqualTo(-1);
    var second = stream(allowance, 1);
    assertThatThrownBy(second::read).isInstanceOf(ExpansionLimit.UsedUpException.class);
  }

  @Test
  void bytes_that_are_read_together_count_and_the_end_does_not() throws IOException {
    var allowance = new ExpansionLimit(0, 3);
    var first = stream(allowance, 3);

    assertThat(first.read(new byte[8])).isEqualTo(3);
    assertThat(first.read(new byte[8])).isEqualTo(-1);
    var second = stream(allowance, 1);
    assertThatThrownBy(() -> second.read(new byte[8]))
        .isInstanceOf(ExpansionLimit.UsedUpException.class);
  }

  @Test
  void a_large_file_may_expand_to_a_hundred_times_its_size() throws IOException {
    assertThat(stream(new ExpansionLimit(2, 3), 200).readAllBytes()).hasSize(200);
    var tooMuch = stream(new ExpansionLimit(2, 3), 201);
    assertThatThrownBy(tooMuch::readAllBytes).isInstanceOf(ExpansionLimit.UsedUpException.class);
  }
}
