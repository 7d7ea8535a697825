package io.github.netnutmaven.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Makes text from elsewhere fit to be shown: one line, short, no control characters, nothing that a
 * CI server takes for a command, no secret that this build knows.
 */
public final class ServerText {
  /** The longest text that is shown, in characters, the mark of a cut included. */
  public static final int MAX_LENGTH = 200;

  private static final String HIDDEN = "***";

  private ServerText() {}

  /**
   * The text as it may be shown.
   *
   * @param text what a server said, or any other text that is not ours
   * @param secrets what must not be shown even if the text repeats it
   */
  public static String oneLine(String text, String... secrets) {
    var shown = text;
    for (var secret : secrets) {
      if (!secret.isEmpty()) {
        shown = shown.replace(secret, HIDDEN);
      }
    }
    if (repeatsEncoded(shown, secrets)) {
      return "(not shown: it repeats a secret)";
    }
    return cut(unspoken(escaped(shown)));
  }

  private static boolean repeatsEncoded(String text, String... secrets) {
    var letters = lettersAndDigits(text);
    for (var secret : secrets) {
      if (secret.isEmpty()) {
        continue;
      }
      // Any Base64 of a text that holds the secret has these characters in a row.
      for (int shift = 0; shift < 3; shift++) {
        var core = base64Core(secret, shift);
        if (core.length() >= 8 && text.contains(core)) {
          return true;
        }
      }
      // URL, JSON and XML escapes and changes of case leave the letters in their order.
      var plain = lettersAndDigits(secret);
      if (plain.length() >= 8 && letters.contains(plain)) {
        return true;
      }
    }
    return false;
  }

  private static String base64Core(String secret, int shift) {
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    int from = (3 - shift) % 3;
    int whole = (bytes.length - from) / 3 * 3;
    if (whole <= 0) {
      return "";
    }
    var middle = new byte[whole];
    System.arraycopy(bytes, from, middle, 0, whole);
    return Base64.getEncoder().encodeToString(middle);
  }

  /** Letters and digits alone, in lower case, escapes of URL, JSON and XML gone. */
  private static String lettersAndDigits(String text) {
    var letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        i += 2;
      } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
        i += 5;
      } else if (c == '&' && text.indexOf(';', i) > i && text.indexOf(';', i) - i < 10) {
        i = text.indexOf(';', i);
      } else if (Character.isLetterOrDigit(c) && c < 0x80) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
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
