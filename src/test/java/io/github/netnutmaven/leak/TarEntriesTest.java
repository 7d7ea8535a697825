package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file of an archive has its name and its bytes, and nothing else. */
class TarEntriesTest {
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

  private byte[] header(String name, char type, int size) {
    var header = new byte[512];
    Planted.put(header, 0, name);
    Planted.put(header, 124, String.format("%011o ", size));
    // The time, which is not part of the size.
    Planted.put(header, 136, "77777777777 ");
    header[156] = (byte) type;
    return header;
  }

  /** Fills the last block with bytes that are not content. */
  private void add(byte[] header, String content) {
    archive.writeBytes(header);
    archive.writeBytes(Planted.bytes(content));
    while (archive.size() % 512 != 0) {
      archive.write('#');
    }
  }

  private void add(String name, char type, String content) {
    add(header(name, type, content.length()), content);
  }

  private TarEntries tar() {
    archive.writeBytes(new byte[1024]);
    return new TarEntries(new ByteArrayInputStream(archive.toByteArray()));
  }

  private static String content(TarEntries tar) throws IOException {
    return new String(tar.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void files_follow_one_another_whether_they_were_read_or_not() throws IOException {
    add("empty", '0', "");
    add("a", '0', "x".repeat(511));
    add("b", '0', "y".repeat(512));
    add("c", '0', "z".repeat(513));
    add("d", '0', "last");

    var tar = tar();
    assertThat(tar.next()).isEqualTo("empty");
    assertThat(content(tar)).isEmpty();
    assertThat(tar.next()).isEqualTo("a");
    assertThat(content(tar)).isEqualTo("x".repeat(511));
    assertThat(tar.next()).isEqualTo("b");
    assertThat(tar.read(new byte[100])).isEqualTo(100);
    assertThat(tar.read(new byte[0])).isZero();
    assertThat(tar.next()).isEqualTo("c");
    assertThat(tar.next()).isEqualTo("d");
    assertThat(content(tar)).isEqualTo("last");
    assertThat(tar.read()).isEqualTo(-1);
    assertThat(tar.next()).isNull();
  }

  @Test
  void a_file_can_be_read_byte_by_byte() throws IOException {
    add("a", '0', "a\0\u00ff");

    var tar = tar();
    tar.next();
    assertThat(tar.read()).isEqualTo('a');
    assertThat(tar.read()).isZero();
    assertThat(tar.read()).isEqualTo(0xc3);
  }

  @Test
  void directories_and_links_are_skipped() throws IOException {
    add("directory/", '5', "");
    add("link", '2', "");
    add("old", '\0', "old");
    add("contiguous", '7', "contiguous");

    var tar = tar();
    assertThat(tar.next()).isEqualTo("old");
    assertThat(tar.next()).isEqualTo("contiguous");
    assertThat(tar.next()).isNull();
  }

  @Test
  void a_long_name_is_in_two_parts_or_before_its_file() throws IOException {
    var parts = header("n".repeat(100), '0', 0);
    Planted.put(parts, 345, "p".repeat(155));
    add(parts, "");
    add("././@LongLink", 'L', "l".repeat(200) + "\0");
    add("cut", '0', "content");
    add("short", '0', "");

    var tar = tar();
    assertThat(tar.next()).isEqualTo("p".repeat(155) + "/" + "n".repeat(100));
    assertThat(tar.next()).isEqualTo("l".repeat(200));
    assertThat(content(tar)).isEqualTo("content");
    assertThat(tar.next()).isEqualTo("short");
  }

  @Test
  void a_size_is_read_to_its_last_octal_digit_and_without_other_characters() throws IOException {
    var header = header("a", '0', 0);
    Planted.put(header, 124, " 000/02708\0 ");
    add(header, "x".repeat(0270));

    var tar = tar();
    tar.next();
    assertThat(content(tar)).isEqualTo("x".repeat(0270));
  }

  @Test
  void the_size_of_a_large_file_is_binary() throws IOException {
    var header = header("a", '0', 0);
    Planted.put(header, 124, "\0".repeat(12));
    header[124] = (byte) 0x80;
    header[134] = 2;
    header[135] = (byte) 0x81;
    add(header, "x".repeat(0x281));
    add("b", '0', "");

    var tar = tar();
    assertThat(tar.next()).isEqualTo("a");
    assertThat(content(tar)).isEqualTo("x".repeat(0x281));
    assertThat(tar.next()).isEqualTo("b");
  }

  @Test
  void all_eight_bytes_of_a_binary_size_count() throws IOException {
    var header = header("a", '0', 0);
    Planted.put(header, 124, "\0".repeat(12));
    header[124] = (byte) 0x80;
    header[128] = (byte) 0x80;
    add(header, "");

    var tar = tar();
    assertThatThrownBy(tar::next).isInstanceOf(ZipException.class).hasMessage("no size");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511})
  void an_archive_that_is_truncated_in_a_file_is_an_error(int length) throws IOException {
    archive.writeBytes(header("a", '0', 512));
    archive.writeBytes(new byte[length]);

    var tar = new TarEntries(new ByteArrayInputStream(archive.toByteArray()));
    assertThat(tar.next()).isEqualTo("a");
    assertThatThrownBy(tar::readAllBytes).isInstanceOf(ZipException.class);
  }

  @Test
  void an_archive_that_is_truncated_in_a_header_ends_there() throws IOException {
    archive.writeBytes(Arrays.copyOf(header("a", '0', 0), 511));

    assertThat(new TarEntries(new ByteArrayInputStream(archive.toByteArray())).next()).isNull();
  }
}
