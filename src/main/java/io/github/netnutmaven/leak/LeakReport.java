package io.github.netnutmaven.leak;

import java.util.ArrayList;
import java.util.List;

/**
 * What a search has come to: how much was looked at, what was found, and what could not be read.
 */
public final class LeakReport {
  /** How many findings, and how many warnings, are told in full. */
  private static final int MOST_TOLD = 20;

  private final Lines findings = new Lines();
  private final Lines warnings = new Lines();
  private int files;
  private int entries;

  /** A line for each of the first findings, and one for how many more there are. */
  public List<String> findings() {
    return findings.told();
  }

  /** How many findings there are. */
  public int findingCount() {
    return findings.count;
  }

  /** A line for each of the first things that could not be read, and one for how many more. */
  public List<String> warnings() {
    return warnings.told();
  }

  /** How much was looked at: {@code 12 files and 345 archive entries}. */
  public String extent() {
    return number(files, "file", "files")
        + " and "
        + number(entries, "archive entry", "archive entries");
  }

  void countFile() {
    files++;
  }

  void countEntry() {
    entries++;
  }

  void found(String line) {
    findings.add(line);
  }

  void warn(String line) {
    warnings.add(line);
  }

  private static String number(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** The first of many lines, and how many there were. */
  private static final class Lines {
    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String line) {
      if (count++ < MOST_TOLD) {
        first.add(line);
      }
    }

    List<String> told() {
      var told = new ArrayList<>(first);
      if (count > first.size()) {
        told.add("and " + (count - first.size()) + " more");
      }
      return told;
    }
  }
}
