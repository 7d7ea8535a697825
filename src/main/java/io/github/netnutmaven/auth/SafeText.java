package io.github.netnutmaven.auth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes foreign text safe to show: one short line without control characters, without commands of a
 * CI server, and without the secrets of this build.
 */
public final class SafeText {
  /** The longest text that is shown, in characters, the ellipsis included. */
  public static final int MAX_LENGTH = 200;

  private static final String HIDDEN = "***";

  private SafeText() {}

  /**
   * The text as it is safe to show.
   *
   * @param text the response of a server, or other foreign text
   * @param secrets what is hidden if the text repeats it
   */
  public static String oneLine(String text, String... secrets) {
    // Most texts repeat no secret, and each class that a goal loads costs time.
    return cut(withoutCommands(escaped(secrets.length == 0 ? text : hidden(text, secrets))));
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

  private static String escaped(String text) {
    var shown = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 16);
    for (int i = 0; i < text.length() && shown.length() <= MAX_LENGTH; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (printable(c)) {
        shown.appendCodePoint(c);
      } else if (c == '\n') {
        shown.append("\\n");
      } else if (c == '\r') {
        shown.append("\\r");
      } else if (c == '\t') {
        shown.append("\\t");
      } else {
        shown.append(String.format("\\u%04x", c));
      }
    }
    return shown.toString();
  }

  private static boolean printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Puts a blank into {@code ::} and {@code ##}, which begin commands of GitHub and Azure. */
  private static String withoutCommands(String text) {
    var broken = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean twice = i > 0 && text.charAt(i - 1) == c;
      if (twice && (c == ':' || c == '#')) {
        broken.append(' ');
      }
      broken.append(c);
    }
    return broken.toString();
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
