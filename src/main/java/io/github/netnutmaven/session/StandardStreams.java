package io.github.netnutmaven.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where the output of a program goes: the same way as Maven's. That is {@code System.out}, which
 * {@code -l} and a daemon redirect. But Maven 4 makes a line of its log of each line there, and
 * waits for its end, so the output goes past it to the streams of the process.
 */
public final class StandardStreams {
  private StandardStreams() {}

  /** Standard output. */
  public static OutputStream out(Build build) {
    return past(System.out, FileDescriptor.out, build);
  }

  /** Standard error. */
  public static OutputStream err(Build build) {
    return past(System.err, FileDescriptor.err, build);
  }

  private static OutputStream past(PrintStream stream, FileDescriptor descriptor, Build build) {
    boolean isLog = stream.getClass().getName().startsWith("org.apache.maven.");
    return isLog && !build.isInDaemon() ? new FileOutputStream(descriptor) : stream;
  }
}
