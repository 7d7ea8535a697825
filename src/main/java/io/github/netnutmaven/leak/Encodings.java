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
import java.util.stream.Stream;

/**
 * The ways in which one character of a text is written: as it is, and escaped for URL, JSON, XML
 * and properties. Bytes are held as characters of ISO-8859-1.
 */
final class Encodings {
  private Encodings() {}

  /** All of them; letters and digits of ASCII are escaped by nobody who does not escape all. */
  static Set<String> of(int character) {
    var all = new LinkedHashSet<String>();
    var utf8 = utf8(character);
    all.add(utf8);
    if (isLetterOrDigit(character)) {
      return all;
    }
    var latin1 = character < 0x100 ? String.valueOf((char) character) : utf8;
    all.add(latin1);
    for (var hex : cases()) {
      all.add(prefixed("%", utf8, hex));
      all.add(prefixed("%", latin1, hex));
      all.add(unicode(character, hex));
      all.add("&#x" + hexNumber(character, hex) + ";");
      // Java's own XML writer takes a character apart that has two halves; class files do, too.
      all.add(byHalves(character, half -> "&#x" + hexNumber(half, hex) + ";"));
    }
    all.add("&#" + character + ";");
    all.add(byHalves(character, half -> "&#" + half + ";"));
    all.add(byHalves(character, Encodings::utf8OfHalf));
    if (character < 0x80) {
      all.addAll(ascii((char) character));
    } else {
      all.add(wire(utf8, 0));
      all.add(wire(utf8, 0xffffff00));
    }
    all.addAll(all.stream().flatMap(Encodings::escapedAgain).toList());
    return all;
  }

  /** An escape within another format: a query within a query, JSON in a string, either in XML. */
  private static Stream<String> escapedAgain(String escape) {
    return Stream.of(
        escape.replace("%", "%25"),
        escape.replace("\\", "\\\\").replace("\"", "\\\""),
        escape.replace("&", "&amp;").replace("\"", "&quot;"));
  }

  /** Hex digits in lower and in upper case. */
  static List<HexFormat> cases() {
    return List.of(HexFormat.of(), HexFormat.of().withUpperCase());
  }

  /** Line breaks that a format puts in between, as they are or escaped, some after a mark. */
  static Collection<String> breaks() {
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

  /** Every byte with a mark before it, as in {@code %41%42}. */
  static String prefixed(String prefix, String bytes, HexFormat hex) {
    var text = new StringBuilder();
    bytes.chars().forEach(b -> text.append(prefix).append(hex.toHexDigits((byte) b)));
    return text.toString();
  }

  /** As JSON and Java escape it, half by half if need be. */
  static String unicode(int character, HexFormat hex) {
    return byHalves(character, half -> "\\u" + hex.toHexDigits((char) half));
  }

  /** A number in hex, as short as it is. */
  static String hexNumber(int character, HexFormat hex) {
    var digits = Integer.toHexString(character);
    return hex.isUpperCase() ? digits.toUpperCase(Locale.ROOT) : digits;
  }

  /** The bytes of UTF-8. */
  static String utf8(int character) {
    return new String(
        Character.toString(character).getBytes(StandardCharsets.UTF_8),
        StandardCharsets.ISO_8859_1);
  }

  private static String byHalves(int character, IntFunction<String> spelling) {
    var text = new StringBuilder();
    for (char half : Character.toChars(character)) {
      text.append(spelling.apply(half));
    }
    return text.toString();
  }

  private static String utf8OfHalf(int half) {
    return half < 0x800
        ? utf8(half)
        : ""
            + (char) (0xe0 | (half >> 12))
            + (char) (0x80 | ((half >> 6) & 0x3f))
            + (char) (0x80 | (half & 0x3f));
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
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

  /** As HttpClient's wire log shows what is not ASCII. */
  private static String wire(String bytes, int sign) {
    var text = new StringBuilder();
    bytes
        .chars()
        .forEach(b -> text.append("[0x").append(Integer.toHexString(sign | b)).append(']'));
    return text.toString();
  }
}
