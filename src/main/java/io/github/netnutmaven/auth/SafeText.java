package io.github.netnutmaven.auth;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes text from elsewhere fit to be shown: one line, short, no control characters, nothing that a
 * CI server takes for a command, no secret that this build knows.
 */
public final class SafeText {
  /** The longest text that is shown, in characters, the mark of a cut included. */
  public static final int MAX_LENGTH = 200;

  private static final String HIDDEN = "***";

  private SafeText() {}

  /**
   * The text as it may be shown.
   *
   * @param text what a server said, or any other text that is not ours
   * @param secrets what must not be shown even if the text repeats it
   */
  public static String oneLine(String text, String... secrets) {
    // Most texts have nothing to hide, and every class that a goal loads costs time.
    return cut(unspoken(escaped(secrets.length == 0 ? text : hidden(text, secrets))));
  }

  private static String hidden(String text, String... secrets) {
    var shown = text;
    // The longest first: it may begin with another.
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

  /** Breaks the marks of GitHub's and Azure's workflow commands wherever they stand. */
  private static String unspoken(String text) {
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
