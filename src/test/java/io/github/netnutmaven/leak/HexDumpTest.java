package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found in the hex dumps that programs print, wherever its lines begin. */
class HexDumpTest {
  private static final String TOKEN = "fake-token-0000: 41 42 43 of 40 characters";

  private final TextSearch search = Planted.searchFor(TOKEN);

  /** The programs whose lines are known. */
  enum Program {
    /** The JVM with {@code javax.net.debug}. */
    JVM("  %04X: ", "%02X ", "  ", " %s\n", ""),
    XXD("%08x: ", "%02x", " ", "  %s\n", " "),
    HEXDUMP("%08x  ", "%02x ", " ", " |%s|\n", ""),
    NETTY("|%08x| ", "%02x ", "", "|%s|\n", ""),
    TCPDUMP("\t0x%04x:  ", "%02x", "", "  %s\n", " "),
    WIRESHARK("%04x  ", "%02x ", "", "  %s\n", "");

    private final String offset;
    private final String digits;
    private final String middle;
    private final String text;
    private final String pair;

    Program(String offset, String digits, String middle, String text, String pair) {
      this.offset = offset;
      this.digits = digits;
      this.middle = middle;
      this.text = text;
      this.pair = pair;
    }

    String dump(String before, byte[] bytes) {
      var dump = new StringBuilder();
      for (int line = 0; line < bytes.length; line += 16) {
        dump.append(before).append(String.format(Locale.ROOT, offset, line));
        int end = Math.min(bytes.length, line + 16);
        for (int i = line; i < end; i++) {
          dump.append(String.format(Locale.ROOT, digits, bytes[i]));
          dump.append(i % 16 == 7 && pair.isEmpty() ? middle : "").append(i % 2 == 1 ? pair : "");
        }
        dump.append(" ".repeat(3 * (line + 16 - end)));
        dump.append(
            String.format(
                Locale.ROOT, text, new String(bytes, line, end - line, StandardCharsets.UTF_8)));
      }
      return dump.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_secret_is_found_at_every_place_of_a_line(Program program) {
    for (int before = 0; before < 17; before++) {
      var bytes = Planted.bytes("x".repeat(before) + TOKEN + "y".repeat(before / 2));
      assertThat(Planted.found(search, Planted.bytes(program.dump("", bytes))))
          .as("%s", before)
          .isEqualTo("the secret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[INFO] [stdout] ", "2026-11-29 15:40:10.000 ", "1732900000 ", "a 2000 0", "\\n"})
  void what_a_log_writes_before_the_lines_does_not_matter(String before) {
    for (var program : new Program[] {Program.JVM, Program.XXD, Program.NETTY}) {
      assertThat(Planted.found(search, Planted.bytes(program.dump(before, Planted.bytes(TOKEN)))))
          .as("%s", program)
          .isNotEmpty();
    }
  }

  @Test
  void a_secret_is_found_where_the_buffer_slides() {
    var dump = Program.JVM.dump("", Planted.bytes(TOKEN));
    for (int before = 65_300; before < 66_700; before += 7) {
      assertThat(Planted.found(search, Planted.bytes(" ".repeat(before) + dump)))
          .as("%s", before)
          .isNotEmpty();
    }
  }

  @Test
  void another_text_is_not_found_and_digits_without_end_do_not_overflow() {
    var other = Planted.bytes(TOKEN.replace("42", "43"));
    assertThat(Planted.found(search, Planted.bytes(Program.JVM.dump("", other)))).isEmpty();
    for (var digits : new String[] {"0000 ", "0", "0000: 00", "0000 00 ", "00000: "}) {
      assertThat(Planted.found(search, Planted.bytes(digits.repeat(60_000)))).isEmpty();
    }
  }
}
