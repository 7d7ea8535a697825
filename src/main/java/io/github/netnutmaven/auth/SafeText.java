package io.github.netnutmaven.auth;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes foreign text safe to show: one short line without control characters, without commands of a
 * CI server, and without the secrets of this build.
 */
public final class SafeText {
  /** The longest text that is shown, in characters, the ellipsis included. */
  public static final int MAX_LENGTH = 200;

  private static final String HIDDEN = "***";

  /** Control and format characters, private ones, half and unknown ones, and line separators. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** The second character of {@code ::} and {@code ##}. */
  private static final Pattern COMMANDS = Pattern.compile("(?<=:):|(?<=#)#");

  private SafeText() {}

  /**
   * The text as it is safe to show.
   *
   * @param text the response of a server, or other foreign text
   * @param secrets what is hidden if the text repeats it
   */
  public static String oneLine(String text, String... secrets) {
    // Most texts repeat no secret, and each class that a goal loads costs time.
    return cut(withoutCommands(printable(secrets.length == 0 ? text : hidden(text, secrets))));
  }

  private static String hidden(String text, String... secrets) {
    var shown = text;
    // The longest first, because it may begin with a shorter one.
    for (var secret : longestFirst(secrets)) {
      shown = shown.replace(secret, HIDDEN);
    }
    for (var secret : longestFirst(secrets)) {
      if (EncodedSecret.isIn(shown, secret)) {
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

  /** The text on one line: what cannot be printed is escaped. */
  static String printable(String text) {
    var unprintable = UNPRINTABLE.matcher(text);
    return unprintable.find()
        ? unprintable.replaceAll(found -> Matcher.quoteReplacement(escaped(found)))
        : text;
  }

  private static String escaped(MatchResult unprintable) {
    int c = unprintable.group().codePointAt(0);
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", c);
    };
  }

  /** Puts a blank into {@code ::} and {@code ##}, which begin commands of GitHub and Azure. */
  private static String withoutCommands(String text) {
    return COMMANDS.matcher(text).replaceAll(" $0");
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
