package io.github.netnutmaven.leak;

import static io.github.netnutmaven.leak.Planted.LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive after a program, which unpacks or runs it, is unpacked like any other. */
@Timeout(120)
class ProgramsTest {
  @TempDir private Path base;

  private SearchedFiles files;

  @BeforeEach
  void no_files_yet() {
    files = new SearchedFiles(base);
  }

  private static byte[] program(String program, byte[] content) {
    return Planted.joined(Planted.bytes(program), content);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 252, 253, 254, 255, 256, 257, 509, 512})
  void an_entry_is_found_wherever_the_program_ends(int length) throws IOException {
    files.add("a.jar", program("#!" + " ".repeat(length - 2), Planted.zip("c", LEAK)));

    files.assertFoundOnlyAt("a.jar!/c");
  }

  @ParameterizedTest
  @CsvSource({"app,'#!/bin/sh\n'", "app.exe,MZ", "app.run,'\n'", "app.BAT,'rem\r\n'"})
  void an_entry_is_found_whatever_the_name_of_the_program(String name, String program)
      throws IOException {
    var code = program + "PK\3\4 is code here, as \3PK is\n";
    files.add(name, program(code, Planted.zip("c", LEAK)));

    files.assertFoundOnlyAt(name + "!/c");
  }

  @Test
  void an_entry_is_found_after_a_program_in_an_archive() throws IOException {
    var program = program("MZ and more", Planted.zip("c", LEAK));
    files.add("a.zip", Planted.zip("app.exe", program));

    files.assertFoundOnlyAt("a.zip!/app.exe!/c");
  }

  @Test
  void a_program_without_an_archive_is_not_called_damaged() throws IOException {
    files.add("a.exe", program("MZ" + "PK\3\4".repeat(1000), LEAK));
    files.add("b.exe", Planted.bytes("MZ PK\3\4"));

    files.assertFoundOnlyAt("a.exe");
    assertThat(files.report().extent()).isEqualTo("2 files and 0 archive entries");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 26, 27})
  void a_header_that_no_entry_can_have_is_taken_for_code(int offset) throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[offset] = (byte) (offset == 26 ? 0 : 100);
    files.add("a.exe", program("MZ", zip));

    files.assertFoundOnlyAt("a.exe!/b");
  }

  @Test
  void a_damaged_archive_after_a_program_is_a_warning() throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[6] |= 1;
    files.add("a.exe", program("MZ", zip));

    assertThat(files.report().warnings())
        .singleElement()
        .asString()
        .startsWith("a.exe is damaged or partly encrypted");
  }
}
