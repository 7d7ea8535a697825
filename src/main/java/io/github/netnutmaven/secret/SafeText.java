package io.github.netnutmaven.secret;

import io.github.netnutmaven.auth.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes foreign text safe to show: one short line without control characters, without commands of a
 * CI server, and without the secrets of this build.
 */
public final class SafeText {
  /** The longest text that is shown, in characters, the ellipsis included. */
  public static final int MAX_LENGTH = 200;

  /** Fewer letters than this are found in texts that have nothing to do with the secret. */
  private static final int MIN_LETTERS = 8;

  /** A shorter pattern, such as Base64 of one character, is part of many words. */
  private static final int MIN_PATTERN = 3;

  private static final String HIDDEN = "***";

  /**
   * The second character of {@code ::} and {@code ##}, which begin commands of GitHub and Azure.
   */
  private static final Pattern COMMANDS = Pattern.compile("(?<=:):|(?<=#)#");

  /** Signs, and entities whether they mean anything or not. */
  private static final Pattern SIGNS = Pattern.compile("&[^;&]{0,8};|[^0-9A-Za-z]");

  private SafeText() {}

  /**
   * The text as it is safe to show.
   *
   * @param text the response of a server, or other foreign text
   * @param secrets what is hidden if the text repeats it
   */
  public static String oneLine(String text, String... secrets) {
    var line = Message.printable(secrets.length == 0 ? text : hidden(text, secrets));
    return cut(COMMANDS.matcher(line).replaceAll(" $0"));
  }

  private static String hidden(String text, String... secrets) {
    var shown = text;
    // The longest first, because it may begin with a shorter one.
    for (var secret : longestFirst(secrets)) {
      shown = shown.replace(secret, HIDDEN);
    }
    for (var secret : secrets) {
      if (hasEncoded(shown, secret)) {
        return "(not shown: it repeats a secret)";
      }
    }
    return shown;
  }

  private static List<String> longestFirst(String... secrets) {
    return Stream.of(secrets)
        .filter(secret -> !secret.isEmpty())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** Whether a text has the secret in an encoding that leak-check finds, or its letters. */
  private static boolean hasEncoded(String text, String secret) {
    var plain = latin1(text.getBytes(StandardCharsets.UTF_8));
    var unescaped = unescaped(text);
    for (var pattern : SecretPattern.of(new Secret("", secret))) {
      if (isIn(plain, pattern) || isIn(unescaped, pattern.unescaped())) {
        return true;
      }
    }
    // Changes of case, and unknown escapes, leave the letters in their order.
    var letters = letters(unescaped(secret));
    return letters.length() >= MIN_LETTERS && letters(unescaped).contains(letters);
  }

  private static boolean isIn(String text, SecretPattern pattern) {
    var bytes = pattern.bytes();
    return bytes.length >= MIN_PATTERN && text.contains(latin1(bytes));
  }

  private static String unescaped(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var unescaped = new byte[bytes.length];
    int length = Unescaper.append(bytes, 0, bytes.length, unescaped, 0);
    return latin1(Arrays.copyOf(unescaped, length));
  }

  /** A text that has a character for each byte. */
  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String letters(String text) {
    return SIGNS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = MAX_LENGTH - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
