import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says in one line, at the end of a build, which tests did not run, and what they need. */
class SkippedTests {
  private static final Pattern RUN = Pattern.compile("tests=\"(\\d+)\".*skipped=\"(\\d+)\"");

  private record OptionalTest(String test, String needs) {
    boolean isSkipped() throws IOException {
      var report = Path.of("target/surefire-reports/TEST-io.github.netnutmaven." + test + ".xml");
      var counts = RUN.matcher(Files.exists(report) ? Files.readString(report) : "");
      return !counts.find() || counts.group(1).equals(counts.group(2));
    }
  }

  public static void main(String[] arguments) throws IOException {
    var all =
        List.of(
            new OptionalTest("BuiltSiteTest", "mvn site and Chromium"),
            new OptionalTest("CiEnginesTest", "-Pci-recipes and Node"),
            new OptionalTest("LighthouseTest", "mvn site, -Pci-recipes, Node and Chromium"));
    var skipped = new ArrayList<String>();
    for (var test : all) {
      if (test.isSkipped()) {
        skipped.add(test.test() + " (needs " + test.needs() + ")");
      }
    }
    if (!skipped.isEmpty()) {
      System.out.println("Not run: " + String.join(", ", skipped) + ".");
    }
  }
}
