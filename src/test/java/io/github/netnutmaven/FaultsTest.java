package io.github.netnutmaven;

import static io.github.netnutmaven.testkit.SourceFiles.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each test that the list of faults names exists, so that no row outlives its test. */
class FaultsTest {
  /** The last cell of a row. */
  private static final Pattern CELL = Pattern.compile("(?m)^\\|.*\\|([^|]+)\\|$");

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void every_test_in_the_list_exists() throws IOException {
    var list = Files.readString(Path.of("src/test/faults.md"));

    assertThat(named(list)).hasSizeGreaterThan(100);
    assertThat(missing(list)).isEmpty();
  }

  @Test
  void a_missing_class_method_or_build_is_noticed() throws IOException {
    assertThat(missing("| a fault | what | `FaultsTest.a_missing_*`, `src/it/core/login` |"))
        .isEmpty();
    assertThat(missing("| a fault | what | `http.FaultsTest`, `FaultsTest.a_missin` |")).hasSize(2);
    assertThat(missing("| `FaultTest` | what | `src/it/core/logi` |"))
        .containsExactly("src/it/core/logi");
  }

  private static List<String> missing(String list) throws IOException {
    var missing = new ArrayList<String>();
    for (var name : named(list)) {
      if (!(name.startsWith("src/") ? Files.isDirectory(Path.of(name)) : isTest(name))) {
        missing.add(name);
      }
    }
    return missing;
  }

  private static List<String> named(String list) {
    return found(CELL, list).flatMap(cell -> found(NAME, cell)).toList();
  }

  /** Whether there is a test {@code package.Class.method}; only the class is required. */
  private static boolean isTest(String name) throws IOException {
    var parts = name.split("(?<=Test)\\.", 2);
    // A rule of ArchUnit is a field.
    var code = parts.length == 1 ? "" : parts[1].replace("*", "\\w*") + "( =|\\()";
    var path = ".*/netnutmaven/(.*/)?" + parts[0].replace('.', '/') + "\\.java";
    for (var file : SourceFiles.below("src/test/java", path)) {
      if (Pattern.compile(" " + code).matcher(Files.readString(file)).find()) {
        return true;
      }
    }
    return false;
  }
}
