package io.github.netnutmaven.auth;

/** Makes messages from templates, so that they read in the source as they are shown. */
public final class Message {
  private Message() {}

  /** Puts each value in place of the next {@code {}}; a value's own braces stay as they are. */
  public static String of(String template, Object... values) {
    var filled = new StringBuilder();
    int rest = 0;
    for (var value : values) {
      int mark = template.indexOf("{}", rest);
      if (mark < 0) {
        throw new IllegalArgumentException("More values than marks: " + template);
      }
      filled.append(template, rest, mark).append(value);
      rest = mark + 2;
    }
    return filled.append(template, rest, template.length()).toString();
  }
}
