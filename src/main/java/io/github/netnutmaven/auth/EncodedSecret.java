package io.github.netnutmaven.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a secret that a text repeats in another form: Base64, or escaped for URL, JSON, XML.
 */
final class EncodedSecret {
  private static final Pattern URL = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern JSON = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|([\"\\\\/bfnrt]))");
  private static final Pattern XML =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));");

  /** What has the form of an escape, whether it means anything or not, and all signs. */
  private static final Pattern ESCAPES_AND_SIGNS =
      Pattern.compile("%.{0,2}|\\\\u.{0,4}|&[^;]{0,8};|[^0-9A-Za-z]", Pattern.DOTALL);

  /** A character of two UTF-16 units, which count as two within an escape. */
  private static final Pattern LONG = Pattern.compile("[^\\x{0}-\\x{FFFF}]");

  /** Fewer letters than this are found in texts that have nothing to do with the secret. */
  private static final int FEW = 8;

  private EncodedSecret() {}

  static boolean isIn(String text, String secret) {
    return hasBase64(text, secret)
        || decoded(URL, text, EncodedSecret::ofUrl).contains(secret)
        || decoded(URL, text.replace('+', ' '), EncodedSecret::ofUrl).contains(secret)
        || decoded(JSON, text, EncodedSecret::ofJson).contains(secret)
        || decoded(XML, text, EncodedSecret::ofXml).contains(secret)
        || hasLetters(text, secret);
  }

  /** Any Base64 of a text that holds the secret has, by its offset, one of three in a row. */
  private static boolean hasBase64(String text, String secret) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int from : new int[] {0, 1, 2}) {
      int whole = (bytes.length - from) / 3 * 3;
      if (whole > 0) {
        var middle = new byte[whole];
        System.arraycopy(bytes, from, middle, 0, whole);
        if (text.contains(Base64.getEncoder().encodeToString(middle))
            || text.contains(Base64.getUrlEncoder().encodeToString(middle))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String decoded(
      Pattern escape, String text, Function<MatchResult, String> character) {
    return escape
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character.apply(found)));
  }

  private static String ofUrl(MatchResult escapes) {
    var bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String ofJson(MatchResult escape) {
    if (escape.group(1) != null) {
      return String.valueOf((char) Integer.parseInt(escape.group(1), 16));
    }
    return switch (escape.group(2)) {
      case "b" -> "\b";
      case "f" -> "\f";
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      default -> escape.group(2);
    };
  }

  private static String ofXml(MatchResult escape) {
    if (escape.group(3) != null) {
      return switch (escape.group(3)) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "apos" -> "'";
        default -> "&";
      };
    }
    int code =
        escape.group(1) != null
            ? Integer.parseInt(escape.group(1))
            : Integer.parseInt(escape.group(2), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : escape.group();
  }

  /** Changes of case, and escapes within escapes, leave the letters in their order. */
  private static boolean hasLetters(String text, String secret) {
    var plain = lettersAndDigits(secret);
    return plain.length() >= FEW && lettersAndDigits(text).contains(plain);
  }

  /** Letters and digits alone, in lower case, escapes of URL, JSON and XML gone. */
  private static String lettersAndDigits(String text) {
    var units = LONG.matcher(text).replaceAll("  ");
    return ESCAPES_AND_SIGNS.matcher(units).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
