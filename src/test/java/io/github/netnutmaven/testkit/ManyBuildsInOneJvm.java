package io.github.netnutmaven.testkit;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Runs many builds one after another in one JVM, as a daemon does. Prints how many threads, file
 * descriptors and class loaders exist after the first 50 builds and at the end. It runs on the
 * class path of a Maven distribution.
 */
public final class ManyBuildsInOneJvm {
  private static final int WARM_UP = 50;

  private ManyBuildsInOneJvm() {}

  /**
   * Runs the builds.
   *
   * @param args the directory of the project; the number of builds; the command line, in which each
   *     {@code #} becomes the number of the build
   */
  public static void main(String[] args) throws Exception {
    int builds = Integer.parseInt(args[1]);
    for (int i = 0; i < builds; i++) {
      if (i == WARM_UP) {
        print("FIRST");
      }
      long start = System.nanoTime();
      var exit = BuildsInOneJvm.build(args[0], args[2].replace("#", String.valueOf(i)));
      System.out.println(
          "BUILD " + i + " EXIT " + exit + " MILLIS " + (System.nanoTime() - start) / 1_000_000);
    }
    print("LAST");
  }

  private static void print(String when) throws Exception {
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(200);
    }
    var system =
        (UnixOperatingSystemMXBean)
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    System.out.printf(
        "%s threads %d descriptors %d loaders %d%n",
        when,
        Thread.getAllStackTraces().size(),
        system.getOpenFileDescriptorCount(),
        BuildsInOneJvm.loaders());
  }
}
