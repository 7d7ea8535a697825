package io.github.netnutmaven.leak;

import static io.github.netnutmaven.leak.Planted.LEAK;
import static io.github.netnutmaven.leak.Planted.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file of a build is searched once, and a file that cannot be read is a warning. */
@Timeout(60)
class LeakSearchTest {

  @TempDir private Path base;

  private Path target;
  private LeakSearch search;

  @BeforeEach
  void a_build_directory() throws IOException {
    target = Files.createDirectories(base.resolve("target"));
    search =
        new LeakSearch(
            List.of(new Secret("the token", TOKEN), new Secret("the password", "fake-Pa55word")),
            base,
            () -> 0);
  }

  private LeakReport report() {
    searchDirectory(target, file -> true);
    return search.report();
  }

  private void searchDirectory(Path directory, Predicate<Path> filter) {
    search.directory(directory, Instant.MIN, below -> true, filter);
  }

  private Path plant(String path) throws IOException {
    var file = target.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, LEAK);
  }

  @Test
  void a_finding_names_the_file_and_its_likely_source_and_never_the_value() throws IOException {
    plant("failsafe-reports/TEST-a.B.xml");

    assertThat(report().findings())
        .singleElement()
        .asString()
        .startsWith("target/failsafe-reports/TEST-a.B.xml: the token (what a test printed, or ")
        .doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What is in the report, and the words of each finding.
        "<properties><property value='TOKEN'/></properties><system-out>x</system-out>|"
            + "a system property in a test report). Pass it to the tests as an environment",
        "<properties></properties><testcase><failure>TOKEN</failure></testcase>|"
            + "what a test printed, or the text of its failure). Change the test",
        "<testcase><system-out>TOKEN</system-out></testcase>|what a test printed",
        "<properties><property value='TOKEN'/></properties><system-out>TOKEN</system-out>|"
            + "a system property;what a test printed",
      })
  void the_advice_follows_from_the_part_of_a_test_report(String report, String findings)
      throws IOException {
    var text = Planted.bytes("<testsuite>" + report.replace("TOKEN", TOKEN) + "</testsuite>");
    Files.write(target.resolve("TEST-a.xml"), text);
    Files.write(target.resolve("reports.zip"), Planted.zip("TEST-a.xml", text));
    var words = findings.split(";", -1);

    var all = report().findings();
    assertThat(all).hasSize(2 * words.length);
    for (var word : words) {
      assertThat(all)
          .anyMatch(l -> l.startsWith("target/TEST-a.xml: the token (" + word))
          .anyMatch(l -> l.startsWith("target/reports.zip!/TEST-a.xml: the token (" + word));
    }
  }

  @Test
  void only_what_was_written_since_a_time_is_searched_and_only_in_some_directories()
      throws IOException {
    var now = Instant.parse("2026-11-29T12:00:00Z");
    for (var path : List.of("old", "new", "entered/new", "left/new")) {
      Files.setLastModifiedTime(
          plant(path), FileTime.from(path.endsWith("old") ? now.minusMillis(1) : now));
    }
    search.directory(target, now, directory -> !directory.endsWith("left"), file -> true);

    assertThat(search.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("target/new: "))
        .anyMatch(l -> l.startsWith("target/entered/new: "));
  }

  @Test
  void two_secrets_in_one_file_are_one_finding() throws IOException {
    Files.write(target.resolve("a"), Planted.bytes(TOKEN + " fake-Pa55word"));

    assertThat(report().findings())
        .singleElement()
        .asString()
        .startsWith("target/a: the token and the password (");
  }

  @Test
  void only_the_first_twenty_findings_have_a_line() throws IOException {
    for (int i = 0; i < 25; i++) {
      plant("file-" + i);
    }

    assertThat(report().findings()).hasSize(21).last().isEqualTo("and 5 more");
    assertThat(search.report().findingCount()).isEqualTo(25);
  }

  @Test
  void a_file_without_the_secret_an_empty_one_and_a_missing_directory_are_no_finding()
      throws IOException {
    Files.write(target.resolve("a"), Planted.bytes("fake-token-for-test"));
    Files.createFile(target.resolve("b"));
    searchDirectory(base.resolve("not there"), file -> true);

    assertThat(report().findings()).isEmpty();
    assertThat(search.report().warnings()).isEmpty();
    assertThat(search.report().extent()).isEqualTo("2 files and 0 archive entries");
  }

  @Test
  void a_name_that_contains_a_secret_is_a_finding_and_not_shown() throws IOException {
    Files.createFile(target.resolve(TOKEN + ".txt"));
    Files.createFile(target.resolve(TOKEN.replace("-", "%2D")));
    Files.write(target.resolve("a.zip"), Planted.zip("x/" + TOKEN, new byte[0]));

    assertThat(report().findings())
        .anyMatch(l -> l.startsWith("target/(a name that contains it): the token (the name of"))
        .anyMatch(l -> l.startsWith("target/a.zip!/x/(a name that contains it): the token"))
        .noneMatch(l -> l.contains("fake"));
  }

  @Test
  void a_name_that_is_a_command_is_broken_up() throws IOException {
    plant("::add-mask::\u001b[31m\n##x");

    assertThat(report().findings())
        .singleElement()
        .asString()
        .doesNotContain("::", "##", "\u001b", "\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void links_below_the_directory_are_not_followed() throws IOException {
    var outside = Files.createDirectories(base.resolve("outside"));
    Files.write(outside.resolve("secret"), LEAK);
    Files.createSymbolicLink(target.resolve("directory"), outside);
    Files.createSymbolicLink(target.resolve("file"), outside.resolve("secret"));
    Files.createSymbolicLink(target.resolve("loop"), target);
    Files.createSymbolicLink(target.resolve("nowhere"), base.resolve("nowhere"));

    assertThat(report().findings()).isEmpty();
    assertThat(search.report().warnings()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_build_directory_that_is_a_link_is_searched() throws IOException {
    plant("a");
    var link = Files.createSymbolicLink(base.resolve("link"), target);
    searchDirectory(link, file -> file.equals(link.resolve("a")));

    assertThat(search.report().findings()).singleElement().asString().startsWith("link/a: ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_pipe_is_not_opened() throws Exception {
    var pipe = target.resolve("pipe");
    Programs.makePipe(pipe);

    assertThat(report().warnings())
        .containsExactly("target/pipe is not a regular file: not searched.");
  }

  @Test
  void a_missing_file_is_a_warning() {
    search.file(target.resolve("gone.jar"));

    assertThat(search.report().warnings())
        .containsExactly("target/gone.jar disappeared before it was searched.");
  }

  @Test
  void a_file_that_disappears_during_the_search_is_a_warning_and_the_rest_is_searched()
      throws IOException {
    plant("a");
    plant("b");
    searchDirectory(
        target,
        file -> {
          if (file.endsWith("a")) {
            file.toFile().delete();
          }
          return true;
        });

    assertThat(search.report().warnings())
        .allMatch(l -> l.equals("target/a disappeared before it was searched."));
    assertThat(search.report().findings()).singleElement().asString().startsWith("target/b: ");
  }
}
