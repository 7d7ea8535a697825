package io.github.netnutmaven.testkit;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/**
 * Runs one build after the other in one JVM, as a daemon does, and tells how many threads, file
 * descriptors and class loaders there are after the first fifty and at the end. It is started on
 * the class path of a Maven distribution.
 */
public final class ManyBuildsInOneJvm {
  private static final int WARM_UP = 50;

  private ManyBuildsInOneJvm() {}

  /** The project's folder, how many builds, and the command line, with {@code #} for its number. */
  public static void main(String[] args) throws Exception {
    int builds = Integer.parseInt(args[1]);
    for (int i = 0; i < builds; i++) {
      if (i == WARM_UP) {
        tell("FIRST");
      }
      long start = System.nanoTime();
      var exit = build(args[0], args[2].replace("#", String.valueOf(i)));
      System.out.println(
          "BUILD " + i + " EXIT " + exit + " MILLIS " + (System.nanoTime() - start) / 1_000_000);
    }
    tell("LAST");
  }

  private static Object build(String folder, String commandLine) throws Exception {
    var cli = Class.forName("org.apache.maven.cli.MavenCli");
    return cli.getMethod(
            "doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
        .invoke(
            cli.getConstructor().newInstance(),
            commandLine.split(" "),
            folder,
            System.out,
            System.err);
  }

  private static void tell(String when) throws Exception {
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(200);
    }
    var system =
        (UnixOperatingSystemMXBean)
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    System.out.println(
        when
            + " threads "
            + Thread.getAllStackTraces().size()
            + " descriptors "
            + system.getOpenFileDescriptorCount()
            + " loaders "
            + BuildsInOneJvm.loaders());
  }
}
