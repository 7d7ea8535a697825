package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What something is, is told by how it begins; by its name only what may begin otherwise. */
class FormatTest {
  @ParameterizedTest
  @CsvSource({
    "'PK\3\4', a.txt, ZIP",
    "'PK\5\6', a.txt, ZIP",
    "'PK\1\2', a.txt, PLAIN",
    "'\u001f\u008b\b', a.txt, GZIP",
    "'BZh91AY&SY', a, UNREADABLE",
    "'\u00fd7zXZ', a, UNREADABLE",
    "'(\u00b5/\u00fd', a, UNREADABLE",
    "'#!/bin/sh', A.JAR, ZIP",
    "'#!/bin/sh', a, PROGRAM",
    "'MZ', a.war, ZIP",
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
  void by_its_beginning(String head, String name, Format format) {
    assertThat(Format.of(head.getBytes(StandardCharsets.ISO_8859_1), name)).isEqualTo(format);
  }
}
