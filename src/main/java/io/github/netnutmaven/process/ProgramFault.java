package io.github.netnutmaven.process;

/**
 * Why a program was not started, as a message says it after "but". It never has a word of the
 * command, because a word may be a secret.
 */
public final class ProgramFault extends Exception {
  private static final long serialVersionUID = 1L;

  ProgramFault(String reason) {
    super(reason);
  }
}
