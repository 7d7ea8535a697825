package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.Message;
import java.util.ArrayList;
import java.util.List;

/** The result of a search: how much was searched, what was found, and what could not be read. */
public final class LeakReport {
  /** How many findings, and how many warnings, get a line each. */
  private static final int MAX_LINES = 20;

  private final List<String> findings = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int files;
  private int entries;

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

  void found(String location, String secrets, LeakSource source) {
    findings.add(
        Message.of("{}: {} ({}). {}", location, secrets, source.description(), source.remedy())
            .toString());
  }

  void warn(Message message) {
    warnings.add(message.toString());
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
