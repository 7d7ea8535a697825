package io.github.netnutmaven.process;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a command into its words, without a shell. */
public final class CommandLine {
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']+|\"[^\"]*\"|'[^']*')+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  /** What a shell would act on. */
  private static final Pattern SHELL = Pattern.compile("[|<>&;`]|\\$[A-Za-z_{(]");

  private CommandLine() {}

  /**
   * The words of a command. Blanks separate them, quotation marks of either kind keep a word
   * together, and nothing is expanded.
   *
   * @throws ProgramFault if a quotation mark has no partner, or if only a shell would understand
   *     the command
   */
  public static List<String> words(String command) throws ProgramFault {
    var unquoted = QUOTED.matcher(command).replaceAll(" ");
    if (unquoted.contains("\"") || unquoted.contains("'")) {
      throw new ProgramFault("one of its quotation marks has no partner");
    }
    if (SHELL.matcher(unquoted).find()) {
      throw new ProgramFault(
          "it contains | < > & ; ` or $NAME without quotation marks, and there is no shell; put"
              + " this into a script");
    }
    return WORD.matcher(command)
        .results()
        .map(MatchResult::group)
        .map(word -> QUOTED.matcher(word).replaceAll("$1$2"))
        .toList();
  }
}
