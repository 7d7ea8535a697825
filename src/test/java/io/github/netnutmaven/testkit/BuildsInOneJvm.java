package io.github.netnutmaven.testkit;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.management.ObjectName;

/**
 * Runs several builds in one JVM, as an IDE or a daemon does, and prints what remains of the plugin
 * afterwards. It runs on the class path of a Maven distribution and has to work on each of them.
 */
public final class BuildsInOneJvm {
  private BuildsInOneJvm() {}

  /**
   * Runs the builds.
   *
   * @param args the directory of the project, then the command line of each build in one string
   */
  public static void main(String[] args) throws Exception {
    for (var commandLine : Arrays.copyOfRange(args, 1, args.length)) {
      System.out.println("EXIT " + build(args[0], commandLine));
    }
    System.out.println("THREADS " + waitForThreads());
    clearSoftReferences();
    System.out.println("OURS " + waitForLoaders());
  }

  /** Runs one build and returns its exit code. */
  static Object build(String directory, String commandLine) throws Exception {
    var cli = Class.forName("org.apache.maven.cli.MavenCli");
    return cli.getMethod(
            "doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
        .invoke(
            cli.getConstructor().newInstance(),
            commandLine.split(" "),
            directory,
            System.out,
            System.err);
  }

  /** Soft references, such as those in caches of classes, last until memory runs out. */
  private static void clearSoftReferences() {
    var hoard = new ArrayList<byte[]>();
    try {
      while (hoard.size() < 10_000) {
        hoard.add(new byte[10_000_000]);
      }
    } catch (OutOfMemoryError e) {
      hoard.clear();
    }
  }

  private static long waitForThreads() throws InterruptedException {
    for (int i = 0; i < 100 && threads() > 0; i++) {
      Thread.sleep(50);
    }
    return threads();
  }

  private static long waitForLoaders() throws Exception {
    for (int i = 0; i < 40 && loaders() > 1; i++) {
      Thread.sleep(250);
    }
    return loaders();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("netnut") || name.startsWith("HTTP-Dispatcher"))
        .count();
  }

  /** How many class loaders of the plugin remain: each has one array of this enum's constants. */
  static long loaders() throws Exception {
    var histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {null},
                    new String[] {String[].class.getName()});
    var constants =
        Pattern.compile("([0-9]+) +[0-9]+ +\\[Lio.github.netnutmaven.auth.ApiUrlSource;")
            .matcher(histogram);
    return constants.find() ? Long.parseLong(constants.group(1)) : 0;
  }
}
