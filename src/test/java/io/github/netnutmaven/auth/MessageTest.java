package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
  @Test
  void each_value_takes_the_place_of_the_next_mark() {
    assertThat(Message.of("a {} b {} c", 1, "{}")).hasToString("a 1 b {} c");
    assertThatThrownBy(() -> Message.of("{}", 1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'a\nb', 'a\\nb'",
    "'\u001b[31m', '\\u001b[31m'",
    "'a\u202eb', 'a\\u202eb'",
    "'::warning::x', ': :warning: :x'",
    "'##vso[task.setsecret]x', '# #vso[task.setsecret]x'",
    "'http://[::1]:80/v1', 'http://[::1]:80/v1'",
  })
  void a_value_is_one_printable_line_without_commands(String value, String shown) {
    assertThat(Message.of("'{}'", value)).hasToString("'" + shown + "'");
  }

  @Test
  void a_value_and_its_neighbour_make_no_command() {
    assertThat(Message.of("{}:{}", ":", ":add-mask:")).hasToString(": : :add-mask:");
    assertThat(Message.of("{}{}vso", "#", "#")).hasToString("# #vso");
  }

  @Test
  void a_message_within_a_message_keeps_its_lines() {
    var inner = Message.of("one:\n  {}", "two\nthree");
    assertThat(Message.of("{}!", inner)).hasToString("one:\n  two\\nthree!");
  }

  @Test
  void a_text_of_several_lines_keeps_them_and_no_other_control_character() {
    assertThat(Message.ofLines("one\r\n  two\u0007\n")).hasToString("one\n  two\\u0007");
  }
}
