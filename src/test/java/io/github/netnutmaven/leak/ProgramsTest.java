package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive behind a program that unpacks or runs it is looked into like any other. */
@Timeout(120)
class ProgramsTest {
  private static final String TOKEN = "fake-token-for-tests";
  private static final byte[] LEAK =
      Planted.bytes("nothing here\n".repeat(50) + "token=" + TOKEN + "\n".repeat(50));

  @TempDir private Path base;

  private LeakSearch search;

  @BeforeEach
  void a_search() {
    search = new LeakSearch(List.of(new Secret("the token", TOKEN)), base);
  }

  private void report(String name, byte[] content) throws IOException {
    search.file(Files.write(base.resolve(name), content));
  }

  private void assertFound(String at) {
    assertThat(search.report().findings())
        .singleElement()
        .asString()
        .startsWith(at + ": the token (most likely a filtered resource).");
    assertThat(search.report().warnings()).isEmpty();
  }

  private static byte[] bytes(String before, byte[] content) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(Planted.bytes(before));
    all.writeBytes(content);
    return all.toByteArray();
  }

  @Test
  void an_entry_is_found_wherever_the_program_before_it_ends() throws IOException {
    for (int length : new int[] {2, 252, 253, 254, 255, 256, 257, 509, 512}) {
      a_search();
      report("a.jar", bytes("#!" + " ".repeat(length - 2), Planted.zip("c", LEAK)));

      assertFound("a.jar!/c");
    }
  }

  @Test
  void a_program_before_an_archive_hides_nothing() throws IOException {
    var zip = Planted.zip("c", LEAK);
    report("a.jar", bytes("#!/bin/sh\nexec java -jar \"$0\"\n# P PK\n".repeat(100), zip));

    assertFound("a.jar!/c");
  }

  @ParameterizedTest
  @CsvSource({"app,'#!/bin/sh\n'", "app.exe,MZ", "app.run,'\n'", "app.BAT,'rem\r\n'"})
  void a_program_before_an_archive_hides_nothing_whatever_its_name(String name, String program)
      throws IOException {
    report(name, bytes(program + "PK\3\4 is code here, as \3PK is\n", Planted.zip("c", LEAK)));

    assertFound(name + "!/c");
  }

  @Test
  void a_program_in_an_archive_hides_nothing_either() throws IOException {
    var program = bytes("MZ and more", Planted.zip("c", LEAK));
    report("a.zip", Planted.zip("app.exe", program));

    assertFound("a.zip!/app.exe!/c");
  }

  @Test
  void a_program_without_an_archive_is_no_damaged_one() throws IOException {
    report("a.exe", bytes("MZ" + "PK\3\4".repeat(1000), LEAK));
    report("b.exe", Planted.bytes("MZ PK\3\4"));

    assertThat(search.report().warnings()).isEmpty();
    assertThat(search.report().extent()).isEqualTo("2 files and 0 archive entries");
    assertThat(search.report().findings()).singleElement().asString().startsWith("a.exe: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 26, 27})
  void what_no_entry_can_have_shows_that_it_is_code(int at) throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[at] = (byte) (at == 26 ? 0 : 100);
    report("a.exe", bytes("MZ", zip));

    assertFound("a.exe!/b");
  }

  @Test
  void a_damaged_archive_behind_a_program_is_told() throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[6] |= 1;
    report("a.exe", bytes("MZ", zip));

    assertThat(search.report().warnings())
        .singleElement()
        .asString()
        .startsWith("a.exe is damaged, or in part encrypted");
    assertThat(search.report().findings()).singleElement().asString().startsWith("a.exe!/b: ");
  }
}
