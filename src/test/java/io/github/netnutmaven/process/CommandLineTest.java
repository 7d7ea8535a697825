package io.github.netnutmaven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @Test
  void words_are_separated_by_blanks_and_quotation_marks_keep_them_together() throws Exception {
    assertThat(
            CommandLine.words(
                " show a \t\"b  c\"\n'd \"e\"' --f='g h'i '' \"it's\" * ~ \\ $ $1 %A%"))
        .containsExactly(
            "show",
            "a",
            "b  c",
            "d \"e\"",
            "--f=g hi",
            "",
            "it's",
            "*",
            "~",
            "\\",
            "$",
            "$1",
            "%A%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf fake | cat",
        "a>b",
        "a <b",
        "a & b",
        "a;b",
        "`id`",
        "printf $PW",
        "x$_a",
        "${PW}",
        "$(id)",
        "'a'|\"b\"",
      })
  void what_only_a_shell_would_understand_is_refused(String command) {
    assertThatThrownBy(() -> CommandLine.words(command))
        .isInstanceOf(ProgramFault.class)
        .hasMessageContainingAll("there is no shell", "put this into a script")
        .hasMessageNotContainingAny("fake", "PW");
  }

  @Test
  void within_quotation_marks_it_is_part_of_a_word() throws Exception {
    assertThat(CommandLine.words("sh -c 'a | b > $C; `d` & <e' \"$F\" '$'\"\"NAME"))
        .containsExactly("sh", "-c", "a | b > $C; `d` & <e", "$F", "$NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo \"one 'two", "\"", "it's", "'a' 'b"})
  void a_quotation_mark_without_a_partner_is_refused(String command) {
    assertThatThrownBy(() -> CommandLine.words(command))
        .isInstanceOf(ProgramFault.class)
        .hasMessage("one of its quotation marks has no partner");
  }
}
