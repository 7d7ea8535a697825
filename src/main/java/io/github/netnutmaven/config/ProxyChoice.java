package io.github.netnutmaven.config;

import java.util.Optional;

/**
 * A proxy that the settings or this Java's properties ask for.
 *
 * @param host its name or address
 * @param port its port
 * @param username what it asks for, if anything
 * @param password never printed
 * @param found where it was found, as a message names it
 */
public record ProxyChoice(
    String host, int port, Optional<String> username, String password, String found) {
  /** Shows no credentials. */
  @Override
  public String toString() {
    return "ProxyChoice[" + host + ":" + port + ", " + found + "]";
  }
}
