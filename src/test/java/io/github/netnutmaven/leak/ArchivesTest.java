package io.github.netnutmaven.leak;

import static io.github.netnutmaven.leak.Planted.LEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Entries of archives are searched like files, and a broken archive is a warning. */
@Timeout(120)
class ArchivesTest {
  private static final String DAMAGED =
      " is damaged or partly encrypted: not all of it was searched.";

  @TempDir private Path base;

  private SearchedFiles files;

  @BeforeEach
  void no_files_yet() {
    files = new SearchedFiles(base);
  }

  @Test
  void a_finding_names_the_entry() throws IOException {
    files.add("a.jar", Planted.zip(new String[] {"empty/", "x/y.txt"}, LEAK));

    assertThat(files.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("a.jar!/empty/: the token (most likely a filtered resource)."))
        .anyMatch(l -> l.startsWith("a.jar!/x/y.txt: "));
    assertThat(files.report().extent()).isEqualTo("1 file and 2 archive entries");
  }

  @Test
  void a_leak_in_an_entry_is_not_reported_again_for_the_archives_around_it() throws IOException {
    files.add("a.tar", Planted.tar("b.tar", Planted.tar("c", LEAK)));

    files.assertFoundOnlyAt("a.tar!/b.tar!/c");
  }

  @Test
  void a_truncated_archive_is_a_warning_and_searched_up_to_its_end() throws IOException {
    var gzip = Planted.gzip(LEAK);
    files.add("a.gz", Arrays.copyOf(gzip, gzip.length - 4));

    assertThat(files.report().warnings()).containsExactly("a.gz" + DAMAGED);
    files.assertOneFindingAt("a.gz!/a");
  }

  @Test
  void tar_and_gzip_are_unpacked() throws IOException {
    files.add("a.tar.gz", Planted.gzip(Planted.tar("dir/b.jar", Planted.zip("c", LEAK))));

    files.assertFoundOnlyAt("a.tar.gz!/a.tar!/dir/b.jar!/c");
  }

  @Test
  void every_part_of_a_gzip_file_is_searched() throws IOException {
    var first = Planted.gzip(Planted.bytes("nothing here"));
    files.add("a.gz", Planted.joined(first, Planted.gzip(LEAK)));
    files.add("b.zip", Planted.zip("b.gz", Planted.joined(first, Planted.gzip(LEAK))));

    assertThat(files.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("a.gz!/a: "))
        .anyMatch(l -> l.startsWith("b.zip!/b.gz!/b: "));
  }

  @Test
  void eight_archives_inside_the_outermost_are_unpacked_and_no_more() throws IOException {
    var content = LEAK;
    for (int depth = 8; depth >= 0; depth--) {
      content = Planted.zip("in-" + depth + ".zip", content);
    }
    files.add("a.zip", content);
    assertThat(files.report().findings())
        .singleElement()
        .asString()
        .startsWith("a.zip!/in-0.zip!/in-1.zip!/in-2.zip!/in-3.zip!/in-4.zip!/in-5.zip!/in-6.zip");

    no_files_yet();
    files.add("a.zip", Planted.zip("one-more.zip", content));
    assertThat(files.report().findings()).isEmpty();
    assertThat(files.report().warnings())
        .singleElement()
        .asString()
        .endsWith("in-7.zip is nested more than 8 archives deep: not unpacked.");
  }

  @Test
  void a_stored_entry_whose_size_follows_it_is_found_in_the_archive_itself() throws IOException {
    var zip = Planted.zip("c", LEAK);
    zip[8] = 0;
    files.add("a.jar", Planted.joined(zip, LEAK));

    files.assertOneFindingAt("a.jar");
  }

  @Test
  void damage_is_a_warning_and_what_is_before_it_is_searched() throws IOException {
    var noise = new byte[5000];
    new Random(1).nextBytes(noise);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("c"));
      zip.write(LEAK);
      zip.putNextEntry(new ZipEntry("noise"));
      zip.write(noise);
    }
    var damaged = bytes.toByteArray();
    damaged[2000] ^= 1;
    files.add("a.jar", damaged);

    assertThat(files.report().warnings()).containsExactly("a.jar" + DAMAGED);
    files.assertOneFindingAt("a.jar!/c");
  }

  @Test
  void an_encrypted_entry_a_name_in_no_encoding_and_a_second_archive_are_warnings()
      throws IOException {
    var encrypted = Planted.zip("a", LEAK);
    encrypted[6] |= 1;
    files.add("a.zip", encrypted);
    files.add("b.zip", Planted.joined(Planted.zip("a", new byte[9]), Planted.zip("b", LEAK)));
    var name = Planted.zip("c", LEAK);
    name[7] |= 8;
    name[30] = (byte) 0xff;
    files.add("c.zip", name);

    assertThat(files.report().warnings())
        .containsExactly("a.zip" + DAMAGED, "b.zip" + DAMAGED, "c.zip" + DAMAGED);
  }

  @Test
  void a_jar_with_other_first_bytes_is_a_warning_and_an_empty_one_is_not() throws IOException {
    files.add("a.jar", LEAK);
    files.add("b.jar", new byte[0]);

    assertThat(files.report().warnings()).containsExactly("a.jar" + DAMAGED);
    files.assertOneFindingAt("a.jar");
  }

  @Test
  void an_object_of_git_is_inflated_and_a_text_that_begins_like_one_is_not() throws IOException {
    files.add("object", Planted.zlib(Planted.joined(Planted.bytes("blob 9\0"), LEAK)));
    files.add("text", Planted.bytes("x^2 + y^2"));
    files.add("x", Planted.bytes("x^"));

    files.assertFoundOnlyAt("object!/object");
  }

  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      zip.write(new byte[1 << 20]);
      zip.putNextEntry(new ZipEntry("one more"));
    }
    return bytes.toByteArray();
  }

  @Test
  void all_archives_share_one_budget_and_what_was_not_unpacked_is_a_warning() throws IOException {
    int added = 100 * bomb().length;
    files.limitTo((1 << 20) - added);
    files.add("enough.zip", bomb());
    assertThat(files.report().warnings()).isEmpty();
    files.add("bomb.zip", bomb());
    files.add("a.zip", Planted.zip("c", LEAK));

    assertThat(files.report().warnings())
        .containsExactly(
            "bomb.zip was not searched to its end: the archives expand to far more than their"
                + " sizes.");
    files.assertOneFindingAt("a.zip!/c");
  }

  @Test
  void after_ten_minutes_no_file_is_searched_and_each_is_a_warning() throws IOException {
    files.add("a", LEAK);
    files.pass(Duration.ofMinutes(11));
    files.add("b", LEAK);
    files.add("c", LEAK);

    files.assertOneFindingAt("a");
    assertThat(files.report().warnings())
        .containsExactly(
            "b was not searched to its end: the search has taken 10 minutes.",
            "c was not searched to its end: the search has taken 10 minutes.");
  }

  @Test
  void a_format_that_java_cannot_read_is_a_warning_also_as_a_layer_of_an_image()
      throws IOException {
    files.add("a.tar.bz2", "BZh91AY&SY".getBytes(StandardCharsets.ISO_8859_1));
    var layer = "(\u00b5/\u00fd".getBytes(StandardCharsets.ISO_8859_1);
    files.add("oci.tar", Planted.tar("blobs/sha256/0a", layer));

    assertThat(files.report().warnings())
        .containsExactly(
            "a.tar.bz2 has a format that Java cannot read: not searched inside.",
            "oci.tar!/blobs/sha256/0a has a format that Java cannot read: not searched inside.");
  }

  @Test
  void archives_that_are_damaged_at_random_are_warnings() throws IOException {
    var jar = Planted.zip(new String[] {"é", "b", "c.zip"}, Planted.zip("d", LEAK));
    var tar = Planted.gzip(Planted.tar("b", jar));
    var random = new Random(2);
    for (var whole : List.of(jar, tar)) {
      for (int i = 0; i < 300; i++) {
        var broken = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
        for (int flips = random.nextInt(4); flips > 0 && broken.length > 0; flips--) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        files.add("broken.bin", broken);
      }
    }
    assertThat(files.report().warnings())
        .hasSize(21)
        .allMatch(l -> l.startsWith("broken.bin") || l.startsWith("and "));
  }
}
