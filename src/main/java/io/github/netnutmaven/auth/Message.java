package io.github.netnutmaven.auth;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a user reads: a line of the log, or the text of an exception. There is no other way to
 * either, so every path, id or name that a project chose passes through here. Each value becomes
 * one line of printable characters, and no CI server takes any part of it for a command.
 */
public final class Message {
  /**
   * The second character of {@code ::} and {@code ##}, which begin commands of GitHub and Azure,
   * but not within an IPv6 address in brackets: no command ends like that.
   */
  private static final Pattern COMMANDS = Pattern.compile("(?<=:):(?![0-9A-Fa-f:]*])|(?<=#)#");

  /** Control and format characters, private ones, half and unknown ones, and line separators. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private final String text;

  private Message(String text) {
    this.text = COMMANDS.matcher(text).replaceAll(" $0");
  }

  /**
   * Puts each value in place of the next {@code {}}.
   *
   * @param template a literal; its own line breaks stay
   * @param values another message stays as it is, also if it has more than one line
   */
  public static Message of(String template, Object... values) {
    var filled = new StringBuilder();
    int rest = 0;
    for (var value : values) {
      int mark = template.indexOf("{}", rest);
      if (mark < 0) {
        throw new IllegalArgumentException("More values than marks: " + template);
      }
      filled.append(template, rest, mark);
      filled.append(value instanceof Message part ? part.text : printable(String.valueOf(value)));
      rest = mark + 2;
    }
    return new Message(filled.append(template, rest, template.length()).toString());
  }

  /** A text that may have several lines; each of them is made printable. */
  public static Message ofLines(String text) {
    return new Message(text.lines().map(Message::printable).collect(Collectors.joining("\n")));
  }

  /** A text on one line: what cannot be printed is escaped. */
  public static String printable(String text) {
    var unprintable = UNPRINTABLE.matcher(text);
    return unprintable.find()
        ? unprintable.replaceAll(
            found -> Matcher.quoteReplacement(escaped(found.group().codePointAt(0))))
        : text;
  }

  private static String escaped(int unprintable) {
    return switch (unprintable) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", unprintable);
    };
  }

  /** The text as it is shown. */
  @Override
  public String toString() {
    return text;
  }
}
