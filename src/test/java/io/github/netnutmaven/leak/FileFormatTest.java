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
    "'PK\1\2', a.txt, PLAIN",
    "'PK\3', a, PLAIN",
    "'\u001f\u008b\b', a.txt, GZIP",
    "'BZh91AY&SY', a, UNREADABLE",
    "'\u00fd7zXZ', a, UNREADABLE",
    "'7z\u00bc\u00af''\u001c', a.7z, UNREADABLE",
    "'(\u00b5/\u00fd', a, UNREADABLE",
    "'Rar!\u001a\7', a.rar, UNREADABLE",
    "'!<arch>\n', a.deb, UNREADABLE",
    "'\u00ed\u00ab\u00ee\u00db', a.rpm, UNREADABLE",
    "'\u00ff\6\0\0sNaPpY', a.tar.snappy, UNREADABLE",
    "'%PDF-1.7', a.pdf, UNREADABLE",
    "'PACK\0\0\0\2', a.pack, UNREADABLE",
    "'\u00da\u00da\u00fe\u00ca', modules, UNREADABLE",
    "'\u00ca\u00fe\u00ba\u00be', a.class, PLAIN",
    "'x\1', target/checkout/.git/objects/0a/1b2c, GIT_OBJECT",
    "'x\1', objects/0a/1b2c, PLAIN",
    "'#!/bin/sh', A.JAR, ZIP",
    "'#!/bin/sh', a, PROGRAM",
    "'\u007fELF', a, PROGRAM",
    "'\u00cf\u00fa\u00ed\u00fe', a, PROGRAM",
    "'rem', A.BAT, PROGRAM",
    "'JM\1', a.jmod, ZIP",
    "'x', a.jar.txt, PLAIN",
    "'', a.jar, PLAIN",
    "'PK\5\6', a.jar, PLAIN",
  })
  void a_format_has_these_first_bytes_or_this_name(String head, String name, FileFormat format) {
    var bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    var longer = Planted.joined(bytes, Planted.bytes("\4"));

    assertThat(FileFormat.of(longer, bytes.length, name)).isEqualTo(format);
  }
}
