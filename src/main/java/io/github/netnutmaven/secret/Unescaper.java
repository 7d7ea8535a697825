package io.github.netnutmaven.secret;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Undoes what formats do to a text: escapes of URLs, JSON, XML, properties and class files, also
 * within each other, and line breaks with their indents. A secret has the same unescaped bytes
 * however a text escapes it, and whatever it escapes.
 *
 * <p>A backslash disappears, because formats add it; it disappears from a secret, too.
 *
 * <p>There is no state except the unescaped bytes. A backslash or a line break stays until the next
 * byte comes. When a byte completes an escape, what it stands for replaces the escape, and may
 * complete another one.
 */
public final class Unescaper {
  /** The most bytes of an escape, a numeric entity of seven digits. */
  public static final int LONGEST_ESCAPE = 10;

  private static final Pattern NUMERIC_ENTITY =
      Pattern.compile("#(?:([0-9]{1,7})|[xX]([0-9A-Fa-f]{1,6}))");

  /** The bytes that begin an escape, and line breaks. The others stay as they are. */
  private static final boolean[] SPECIAL = new boolean[1 << Byte.SIZE];

  static {
    for (char c : "%\\&\n\r".toCharArray()) {
      SPECIAL[c] = true;
    }
  }

  private final byte[] unescaped;
  private int length;

  private Unescaper(byte[] unescaped, int length) {
    this.unescaped = unescaped;
    this.length = length;
  }

  /**
   * Unescapes a part of a text.
   *
   * @param text the text, of which this part is from one offset up to another
   * @param unescaped what the text before the part is unescaped; receives as many more bytes as the
   *     part has, or fewer
   * @param length how many bytes that is
   * @return how many bytes are unescaped now
   */
  public static int append(byte[] text, int from, int to, byte[] unescaped, int length) {
    var unescaper = new Unescaper(unescaped, length);
    unescaper.addAll(text, from, to);
    return unescaper.length;
  }

  /** Whether a byte begins an escape, or is a line break. */
  static boolean isSpecial(byte text) {
    return SPECIAL[text & 0xff];
  }

  private void addAll(byte[] text, int from, int to) {
    int escapeEnd = length + LONGEST_ESCAPE;
    for (int i = from; i < to; i++) {
      int next = text[i] & 0xff;
      if (SPECIAL[next]) {
        escapeEnd = length + LONGEST_ESCAPE;
      }
      if (length < escapeEnd) {
        add(next);
      } else {
        unescaped[length++] = (byte) next;
      }
    }
  }

  /** Adds a byte that may be within an escape, or rather what the escape stands for. */
  private void add(int next) {
    // No recursion: "%3%3%3…4" has as many escapes in each other as the text is long.
    for (int added = next; added >= 0; added = removeEscape(added)) {
      if (isAt(length - 1, '\n')) {
        if (" \t\n\r".indexOf(added) >= 0) {
          return;
        }
        length--;
      } else if (isAt(length - 1, '\\') && added != 'u' && added != 'x') {
        length--;
        added = escapedByLetter(added);
      }
      unescaped[length++] = (byte) (added == '\r' ? '\n' : added);
    }
  }

  private static int escapedByLetter(int letter) {
    return switch (letter) {
      case 'n', 'r' -> '\n';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> letter;
    };
  }

  /** Removes the escape that the last byte completes, and returns its byte; else returns -1. */
  private int removeEscape(int last) {
    if (last == ';') {
      return removeEntity();
    }
    if (Character.digit(last, 16) < 0) {
      return -1;
    }
    if (isAt(length - 3, '%')) {
      return removeByte(3, hex(length - 2, length));
    }
    if (isAt(length - 4, '\\') && isAt(length - 3, 'x')) {
      return removeByte(4, hex(length - 2, length));
    }
    if (isAt(length - 6, '\\') && isAt(length - 5, 'u')) {
      return removeCharacter(6, hex(length - 4, length));
    }
    return -1;
  }

  private int removeEntity() {
    for (int size = 3; size <= Math.min(length, LONGEST_ESCAPE); size++) {
      int from = length - size;
      if (unescaped[from] == '&') {
        var name = new String(unescaped, from + 1, size - 2, StandardCharsets.ISO_8859_1);
        return removeCharacter(size, character(name));
      }
    }
    return -1;
  }

  /** The character that an entity names, or -1. */
  private static int character(String entity) {
    return switch (entity) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> {
        var number = NUMERIC_ENTITY.matcher(entity);
        if (!number.matches()) {
          yield -1;
        }
        yield number.group(1) != null
            ? Integer.parseInt(number.group(1))
            : Integer.parseInt(number.group(2), 16);
      }
    };
  }

  /** Removes an escape of this size and returns its byte, unless that is -1. */
  private int removeByte(int size, int escaped) {
    if (escaped >= 0) {
      length -= size;
    }
    return escaped;
  }

  /** The same for an escaped character; if it is not ASCII, it is added. */
  private int removeCharacter(int size, int escaped) {
    if (!Character.isValidCodePoint(escaped)) {
      return -1;
    }
    length -= size;
    if (escaped < 0x80) {
      return escaped;
    }
    for (byte next : SecretPattern.utf8(escaped)) {
      unescaped[length++] = next;
    }
    return -1;
  }

  /** The number that these hex digits write, or -1. */
  private int hex(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(unescaped[i], 16);
      if (digit < 0) {
        return -1;
      }
      number = (number << 4) | digit;
    }
    return number;
  }

  private boolean isAt(int offset, char character) {
    return offset >= 0 && unescaped[offset] == character;
  }
}
