package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is packed is looked at like anything else, and a broken archive is a warning. */
@Timeout(120)
class ArchivesTest {
  private static final String TOKEN = "fake-token-for-tests";
  private static final byte[] LEAK =
      Planted.bytes("nothing here\n".repeat(50) + "token=" + TOKEN + "\n".repeat(50));

  @TempDir private Path base;

  private LeakSearch search;

  @BeforeEach
  void a_search() {
    search = new LeakSearch(List.of(new Secret("the token", TOKEN)), base);
  }

  private LeakReport report(String name, byte[] content) throws IOException {
    search.file(Files.write(base.resolve(name), content));
    return search.report();
  }

  private void assertFound(String at) {
    assertThat(search.report().findings())
        .singleElement()
        .asString()
        .startsWith(at + ": the token (most likely a filtered resource).");
    assertThat(search.report().warnings()).isEmpty();
  }

  @Test
  void an_entry_is_named() throws IOException {
    report("a.jar", Planted.zip(new String[] {"empty/", "x/y.txt"}, LEAK));

    assertThat(search.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("a.jar!/empty/: "))
        .anyMatch(l -> l.startsWith("a.jar!/x/y.txt: "));
    assertThat(search.report().extent()).isEqualTo("1 file and 2 archive entries");
  }

  @Test
  void what_stands_in_an_entry_is_told_of_the_entry_and_not_of_every_archive_around_it()
      throws IOException {
    report("a.tar", Planted.tar("b.tar", Planted.tar("c", LEAK)));

    assertFound("a.tar!/b.tar!/c");
  }

  @Test
  void what_is_cut_off_is_told_and_looked_at_as_far_as_it_goes() throws IOException {
    var gzip = Planted.gzip(LEAK);
    report("a.gz", Arrays.copyOf(gzip, gzip.length - 4));

    assertThat(search.report().warnings()).singleElement().asString().startsWith("a.gz is damaged");
    assertThat(search.report().findings()).singleElement().asString().startsWith("a.gz!/a: ");
  }

  @Test
  void an_archive_in_an_archive_is_named_with_both_entries() throws IOException {
    report("a.war", Planted.zip("WEB-INF/lib/b.jar", Planted.zip("c.properties", LEAK)));

    assertFound("a.war!/WEB-INF/lib/b.jar!/c.properties");
  }

  @Test
  void it_goes_by_the_content_whatever_the_name() throws IOException {
    report("odd.docx", Planted.zip("c", LEAK));

    assertFound("odd.docx!/c");
  }

  @Test
  void tar_and_gzip_are_looked_into() throws IOException {
    report("a.tar.gz", Planted.gzip(Planted.tar("dir/b.jar", Planted.zip("c", LEAK))));

    assertFound("a.tar.gz!/a.tar!/dir/b.jar!/c");
  }

  @Test
  void eight_archives_in_the_outermost_are_looked_into_and_no_more() throws IOException {
    var content = LEAK;
    for (int depth = 8; depth >= 0; depth--) {
      content = Planted.zip("in-" + depth + ".zip", content);
    }
    report("a.zip", content);
    assertThat(search.report().findings())
        .singleElement()
        .asString()
        .startsWith("a.zip!/in-0.zip!/in-1.zip!/in-2.zip!/in-3.zip!/in-4.zip!/in-5.zip!/in-6.zip");

    a_search();
    report("a.zip", Planted.zip("one-more.zip", content));
    assertThat(search.report().findings()).isEmpty();
    assertThat(search.report().warnings())
        .singleElement()
        .asString()
        .endsWith("in-7.zip stands more than 8 archives deep: not looked into.");
  }

  @Test
  void what_is_stored_with_its_size_after_it_is_found_in_the_archive_itself() throws IOException {
    var zip = Planted.zip("c", LEAK);
    zip[8] = 0;
    var all = Arrays.copyOf(zip, zip.length + LEAK.length);
    System.arraycopy(LEAK, 0, all, zip.length, LEAK.length);

    assertThat(report("a.jar", all).findings())
        .singleElement()
        .asString()
        .startsWith("a.jar: the token (");
  }

  @Test
  void damage_is_told_and_what_comes_after_it_is_looked_at() throws IOException {
    var noise = new byte[5000];
    new Random(1).nextBytes(noise);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("noise"));
      zip.write(noise);
      zip.putNextEntry(new ZipEntry("c"));
      zip.write(LEAK);
    }
    var damaged = bytes.toByteArray();
    damaged[2000] ^= 1;
    report("a.jar", damaged);

    assertThat(search.report().warnings())
        .containsExactly(
            "a.jar is damaged, or in part encrypted: not all of it could be looked into.");
    assertThat(search.report().findings()).singleElement().asString().startsWith("a.jar!/c: ");
  }

  @Test
  void an_entry_that_is_encrypted_is_told_and_the_others_are_looked_at() throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[6] |= 1;
    report("a.zip", zip);

    assertThat(search.report().warnings()).hasSize(1);
    assertThat(search.report().findings()).singleElement().asString().startsWith("a.zip!/b: ");
  }

  @Test
  void an_archive_that_does_not_begin_like_one_is_told_and_looked_at() throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[0] = 0;
    report("a.jar", zip);
    report("b.jar", LEAK);
    report("c.jar", new byte[0]);

    assertThat(search.report().warnings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("a.jar is damaged"))
        .anyMatch(l -> l.startsWith("b.jar is damaged"));
    assertThat(search.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("a.jar!/b: "))
        .anyMatch(l -> l.startsWith("b.jar: "));
  }

  @Test
  void what_expands_without_end_is_given_up_with_a_warning() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      zip.write(new byte[1 << 20]);
      zip.putNextEntry(new ZipEntry("one more"));
    }

    search = new LeakSearch(List.of(new Secret("the token", TOKEN)), base, 1 << 20);
    assertThat(report("enough.zip", bytes.toByteArray()).warnings()).isEmpty();
    search = new LeakSearch(List.of(new Secret("the token", TOKEN)), base, (1 << 20) - 1);
    assertThat(report("bomb.zip", bytes.toByteArray()).warnings())
        .containsExactly(
            "bomb.zip expands to far more than its size: the rest of it was not looked into.");
  }

  @Test
  void what_java_cannot_expand_is_told() throws IOException {
    report("a.tar.bz2", "BZh91AY&SY".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(search.report().warnings())
        .containsExactly("a.tar.bz2 is compressed in a way that Java cannot read.");
  }
}
