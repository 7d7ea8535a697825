package io.github.netnutmaven.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.apache.maven.execution.MavenSession;

/**
 * Where the output of a program goes: the same way as Maven's. That is {@code System.out}, which
 * {@code -l} and a daemon redirect. But Maven 4 makes a line of its log of each line there, and
 * waits for its end, so the output goes past it to the streams of the process.
 */
public final class StandardStreams {
  private StandardStreams() {}

  /** Standard output. */
  public static OutputStream out(MavenSession session) {
    return past(System.out, FileDescriptor.out, session);
  }

  /** Standard error. */
  public static OutputStream err(MavenSession session) {
    return past(System.err, FileDescriptor.err, session);
  }

  private static OutputStream past(
      PrintStream stream, FileDescriptor descriptor, MavenSession session) {
    boolean isLog = stream.getClass().getName().startsWith("org.apache.maven.");
    return isLog && !Daemon.runs(session) ? new FileOutputStream(descriptor) : stream;
  }
}
