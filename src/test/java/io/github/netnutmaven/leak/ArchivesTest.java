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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void a_truncated_archive_is_a_warning_and_searched_up_to_its_end() throws IOException {
    var gzip = Planted.gzip(LEAK);
    files.add("a.gz", Arrays.copyOf(gzip, gzip.length - 4));

    assertThat(files.report().warnings()).containsExactly("a.gz" + DAMAGED);
    files.assertOneFindingAt("a.gz!/a");
  }

  @Test
  void a_truncated_tar_and_one_with_a_file_of_8_gib_are_warnings() throws IOException {
    var tar = Planted.tar("b", LEAK);
    files.add("a.tar", Arrays.copyOf(tar, 600));
    tar[124] = (byte) 0x80;
    files.add("b.tar", tar);

    assertThat(files.report().warnings()).containsExactly("a.tar" + DAMAGED, "b.tar" + DAMAGED);
    files.assertOneFindingAt("b.tar");
  }

  @Test
  void every_entry_of_a_tar_is_searched_and_its_name() throws IOException {
    var first = Arrays.copyOf(Planted.tar("a", new byte[513]), 3 * 512);
    var second = Arrays.copyOf(Planted.tar("empty-" + Planted.TOKEN, new byte[0]), 512);
    files.add("a.tar", Planted.joined(first, second, Planted.tar("c".repeat(100), LEAK)));

    assertThat(files.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("a.tar!/(a name that contains it): the token (the name of"))
        .anyMatch(l -> l.startsWith("a.tar!/" + "c".repeat(100) + ": the token ("));
    assertThat(files.report().extent()).isEqualTo("1 file and 3 archive entries");
  }

  @Test
  void a_script_before_a_jar_and_what_follows_its_entries_are_searched() throws IOException {
    files.add("a.jar", Planted.joined(Planted.bytes("#!PKPK\3"), Planted.zip("c", LEAK)));
    files.assertFoundOnlyAt("a.jar!/c");

    no_files_yet();
    files.add("b.jar", Planted.joined(LEAK, Planted.zip("c", new byte[9])));
    files.add("c.jar", Planted.joined(Planted.zip("c", new byte[9]), LEAK));
    assertThat(files.report().findings())
        .hasSize(2)
        .anyMatch(l -> l.startsWith("b.jar: the token ("))
        .anyMatch(l -> l.startsWith("c.jar: the token ("));
    assertThat(files.report().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"app,'#!/bin/sh\n'", "app.exe,MZ", "app.run,'\n'", "app.BAT,'rem\r\n'"})
  void an_archive_after_a_program_is_unpacked(String name, String program) throws IOException {
    var code = Planted.bytes(program + "PK\3\4 is code here, as \3PK is\n");
    files.add(name, Planted.joined(code, Planted.zip("c", LEAK)));
    files.assertFoundOnlyAt(name + "!/c");
  }

  @Test
  void a_program_without_an_archive_is_searched_and_not_called_damaged() throws IOException {
    files.add("a.exe", Planted.joined(Planted.bytes("MZ" + "PK\3\4".repeat(1000)), LEAK));
    files.add("b.exe", Planted.bytes("MZ PK\3\4"));
    files.assertFoundOnlyAt("a.exe");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 26})
  void a_header_that_no_entry_can_have_is_taken_for_code(int offset) throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[offset] = (byte) (offset == 26 ? 0 : 100);
    files.add("a.exe", Planted.joined(Planted.bytes("MZ"), zip));
    files.assertFoundOnlyAt("a.exe!/b");
  }

  @Test
  void a_damaged_archive_after_a_program_is_a_warning() throws IOException {
    var zip = Planted.zip(new String[] {"a", "b"}, LEAK);
    zip[6] |= 1;
    files.add("a.exe", Planted.joined(Planted.bytes("MZ"), zip));
    assertThat(files.report().warnings())
        .singleElement()
        .asString()
        .startsWith("a.exe is damaged or partly encrypted");
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
  void an_object_of_git_is_inflated() throws IOException {
    var object = Planted.zlib(Planted.joined(Planted.bytes("blob 9\0"), LEAK));
    files.add("a.zip", Planted.zip(".git/objects/0a/1b", object));

    files.assertFoundOnlyAt("a.zip!/.git/objects/0a/1b!/1b");
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
    // The file itself counts, too.
    files.limitTo((1 << 20) - 99 * bomb().length);
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
    files.add("c.exe", LEAK);

    files.assertOneFindingAt("a");
    assertThat(files.report().warnings())
        .containsExactly(
            "b was not searched to its end: the search has taken 10 minutes.",
            "c.exe was not searched to its end: the search has taken 10 minutes.");
  }

  @Test
  void ten_minutes_also_end_a_program_that_is_read_byte_by_byte() throws IOException {
    files.tick(Duration.ofMinutes(1));
    files.add("a.bin", new byte[1 << 20]);

    assertThat(files.report().warnings())
        .containsExactly("a.bin was not searched to its end: the search has taken 10 minutes.");
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
