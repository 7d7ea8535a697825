package io.github.netnutmaven.http;

import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * Replaces SLF4J's {@code LoggerFactory} in the bundled HttpClient (see the relocation in the POM):
 * at {@code mvn -X} it would print every byte, passwords and tokens included.
 */
public final class SilentLoggers {
  private SilentLoggers() {}

  /** A logger that has every level off. */
  public static Logger getLogger(Class<?> ignored) {
    return NOPLogger.NOP_LOGGER;
  }

  /** A logger that has every level off. */
  public static Logger getLogger(String ignored) {
    return NOPLogger.NOP_LOGGER;
  }
}
