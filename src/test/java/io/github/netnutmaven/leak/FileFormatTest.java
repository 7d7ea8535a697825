package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first bytes decide; the name only where the first bytes can be anything. */
class FileFormatTest {
  @ParameterizedTest
  @CsvSource({
    "'PK\3\4', a.txt, ZIP",
    "'PK\5\6', a.txt, ZIP",
    "'PK\1\2', a.txt, PLAIN",
    "'\u001f\u008b\b', a.txt, GZIP",
    "'BZh91AY&SY', a, UNREADABLE",
    "'BZh91A', a, PLAIN",
    "'PK\3', a, PLAIN",
    "'\u00fd7zXZ', a, UNREADABLE",
    "']\0\0\u0080', a.lzma, UNREADABLE",
    "'\4\"M\u0018', a.lz4, UNREADABLE",
    "'\u001f\u009d', a.Z, UNREADABLE",
    "'(\u00b5/\u00fd', a, UNREADABLE",
    "'!<arch>\n', a.deb, UNREADABLE",
    "'\u00ed\u00ab\u00ee\u00db', a.rpm, UNREADABLE",
    "'\u00ff\6\0\0sNaPpY', a.tar.snappy, UNREADABLE",
    "'%PDF-1.7', a.pdf, UNREADABLE",
    "'PACK\0\0\0\2', a.pack, UNREADABLE",
    "'\u00da\u00da\u00fe\u00ca', modules, UNREADABLE",
    "'\u00ca\u00fe\u00da\u00da', modules, UNREADABLE",
    "'\u00ca\u00fe\u00ba\u00be', a.class, PLAIN",
    "'x\1', a, ZLIB",
    "'x\u009c', a, ZLIB",
    "'#!/bin/sh', A.JAR, PROGRAM",
    "'#!/bin/sh', a, PROGRAM",
    "'MZ', a.war, PROGRAM",
    "'MZ', a.EXE, PROGRAM",
    "'\u007fELF', a, PROGRAM",
    "'\u00cf\u00fa\u00ed\u00fe', a, PROGRAM",
    "'JM\1', a, PROGRAM",
    "'rem', a.BAT, PROGRAM",
    "'', a.run, PLAIN",
    "'M', a, PLAIN",
    "'x', a.jar, BROKEN_ZIP",
    "'x', a.jar.txt, PLAIN",
    "'', a.jar, PLAIN",
    "'x', jar, PLAIN",
    "'x', a/exe, PLAIN",
    "'MZ', zip, PROGRAM",
  })
  void a_format_has_these_first_bytes_or_this_name(String head, String name, FileFormat format) {
    var bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    var longer = Planted.joined(bytes, Planted.bytes("\4AY"));

    assertThat(FileFormat.of(bytes, bytes.length, name)).isEqualTo(format);
    assertThat(FileFormat.of(longer, bytes.length, name)).isEqualTo(format);
  }
}
