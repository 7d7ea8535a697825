package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.SafeText;
import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.secret.Unescaper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The result of a search: how much was searched, what was found, and what could not be read. It
 * makes names fit for messages: they may contain a secret or a command.
 */
public final class LeakReport {
  /** How many findings, and how many warnings, get a line each. */
  private static final int MAX_LINES = 20;

  private static final String REDACTED = "(a name that contains it)";

  private final MultiPatternMatcher matcher;
  private final String[] secrets;
  private final List<String> findings = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int files;
  private int entries;

  LeakReport(MultiPatternMatcher matcher, List<Secret> secrets) {
    this.matcher = matcher;
    this.secrets = secrets.stream().map(Secret::value).toArray(String[]::new);
  }

  /** A line for each of the first 20 findings, and a last line if there are more. */
  public List<String> findings() {
    return first(findings);
  }

  /** How many findings there are. */
  public int findingCount() {
    return findings.size();
  }

  /** How many files and entries could not be searched to their end. */
  public int warningCount() {
    return warnings.size();
  }

  /** A line for each of the first 20 things that could not be read, and a last line if more. */
  public List<String> warnings() {
    return first(warnings);
  }

  /** How much was searched: {@code 12 files and 345 archive entries}. */
  public String extent() {
    return count(files, "file", "files")
        + " and "
        + count(entries, "archive entry", "archive entries");
  }

  void countFile() {
    files++;
  }

  void countEntry() {
    entries++;
  }

  /** Reports the secrets in a location, if there are any. */
  void found(Location location, Matches found, Supplier<LeakSource> likely) {
    if (!found.isEmpty()) {
      var source = likely.get();
      findings.add(
          Message.of(
                  "{}: {} ({}). {}", redact(location), found, source.description(), source.remedy())
              .toString());
    }
  }

  void warn(Message message) {
    warnings.add(message.toString());
  }

  /** The secrets that a name contains. */
  Matches matches(String name) {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    var unescaped = new byte[bytes.length];
    var matches = new Matches();
    matcher.search(bytes, bytes.length, matches);
    matcher.search(unescaped, Unescaper.append(bytes, 0, bytes.length, unescaped, 0), matches);
    return matches;
  }

  /** A path for a message, in which each name that contains a secret is replaced. */
  String redact(Location location) {
    var path =
        Arrays.stream(location.toString().split("/", -1))
            .map(name -> matches(name).isEmpty() ? SafeText.oneLine(name, secrets) : REDACTED)
            .collect(Collectors.joining("/"));
    return matches(path).isEmpty() ? path : REDACTED;
  }

  private static String count(int count, String singular, String plural) {
    return count + " " + (count == 1 ? singular : plural);
  }

  private static List<String> first(List<String> lines) {
    if (lines.size() <= MAX_LINES) {
      return List.copyOf(lines);
    }
    var first = new ArrayList<>(lines.subList(0, MAX_LINES));
    first.add("and " + (lines.size() - MAX_LINES) + " more");
    return first;
  }
}
