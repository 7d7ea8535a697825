package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways to write one character of a text: as it is, and escaped for URLs, JSON, XML and
 * properties files. All strings here are bytes, held as characters of ISO-8859-1.
 */
final class Encodings {
  private Encodings() {}

  /**
   * All ways to write a character. ASCII letters and digits have one: whoever escapes them escapes
   * everything, and {@link SecretPatterns} has a pattern for that.
   */
  static Set<String> of(int character) {
    var all = new LinkedHashSet<String>();
    var utf8 = utf8(character);
    all.add(utf8);
    if (character < 0x80 && Character.isLetterOrDigit(character)) {
      return all;
    }
    var latin1 = character < 0x100 ? String.valueOf((char) character) : utf8;
    all.add(latin1);
    for (var hex : hexCases()) {
      all.add(prefixed("%", utf8, hex));
      all.add(prefixed("%", latin1, hex));
      all.add(unicode(character, hex));
      all.add("&#x" + hexNumber(character, hex) + ";");
      // Java's own XML writer and its class files write the two surrogates of a character.
      all.add(eachUnit(character, unit -> "&#x" + hexNumber(unit, hex) + ";"));
    }
    all.add("&#" + character + ";");
    all.add(eachUnit(character, unit -> "&#" + unit + ";"));
    all.add(eachUnit(character, Encodings::modifiedUtf8));
    if (character < 0x80) {
      all.addAll(ascii((char) character));
    } else {
      // As HttpClient's wire log shows what is not ASCII.
      var hex = HexFormat.of().withSuffix("]");
      all.add(prefixed("[0x", utf8, hex));
      all.add(prefixed("[0xffffff", utf8, hex));
    }
    all.addAll(all.stream().flatMap(Encodings::escapedAgain).toList());
    return all;
  }

  /** An escape inside another format: a query in a query, JSON in a string, either in XML. */
  private static Stream<String> escapedAgain(String escape) {
    return Stream.of(
        escape.replace("%", "%25"),
        escape.replace("\\", "\\\\").replace("\"", "\\\""),
        escape.replace("&", "&amp;").replace("\"", "&quot;"));
  }

  /** Hex digits in lower case and in upper case. */
  static List<HexFormat> hexCases() {
    return List.of(HexFormat.of(), HexFormat.of().withUpperCase());
  }

  /** The line breaks that a format inserts: plain or escaped, some after a backslash. */
  static Collection<String> lineBreaks() {
    var all = new ArrayList<String>();
    for (var mark : List.of("", "\\")) {
      for (var cr : List.of("", "\r", "\\r", "&#13;", "&#xD;", "&#xd;")) {
        for (var lf : List.of("\n", "\\n", "&#10;", "&#xA;", "&#xa;")) {
          all.add(mark + cr + lf);
        }
      }
    }
    return all;
  }

  /** Every byte in hex, each after a prefix, as in {@code %41%42}. */
  static String prefixed(String prefix, String bytes, HexFormat hex) {
    return hex.withPrefix(prefix).formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The escape of JSON and Java, as in <code>\\u0041</code>. */
  static String unicode(int character, HexFormat hex) {
    return eachUnit(character, unit -> "\\u" + hex.toHexDigits((char) unit));
  }

  /** A number in hex without leading zeros. */
  static String hexNumber(int number, HexFormat hex) {
    var digits = Integer.toHexString(number);
    return hex.isUpperCase() ? digits.toUpperCase(Locale.ROOT) : digits;
  }

  static String utf8(int character) {
    return latin1(Character.toString(character).getBytes(StandardCharsets.UTF_8));
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[][] bytes(Collection<String> encodings) {
    return encodings.stream()
        .map(encoding -> encoding.getBytes(StandardCharsets.ISO_8859_1))
        .toArray(byte[][]::new);
  }

  /** Each of the one or two UTF-16 units of a character, written in some way. */
  private static String eachUnit(int character, IntFunction<String> written) {
    return Character.toString(character).chars().mapToObj(written).collect(Collectors.joining());
  }

  /** UTF-8 as in class files, where a surrogate has three bytes. */
  private static String modifiedUtf8(int unit) {
    return unit < 0x800
        ? utf8(unit)
        : ""
            + (char) (0xe0 | (unit >> 12))
            + (char) (0x80 | ((unit >> 6) & 0x3f))
            + (char) (0x80 | (unit & 0x3f));
  }

  private static Set<String> ascii(char c) {
    return switch (c) {
      case ' ' -> Set.of("+", "\\ ");
      case '\n' -> Set.of("\\n");
      case '\r' -> Set.of("\\r");
      case '\t' -> Set.of("\\t");
      case '\b' -> Set.of("\\b");
      case '\f' -> Set.of("\\f");
      case '&' -> Set.of("&amp;", "\\&");
      case '<' -> Set.of("&lt;", "\\<");
      case '>' -> Set.of("&gt;", "\\>");
      case '"' -> Set.of("&quot;", "\\\"");
      case '\'' -> Set.of("&apos;", "\\'");
      default -> Set.of("\\" + c);
    };
  }
}
