package io.github.netnutmaven.config;

import org.jspecify.annotations.Nullable;

/**
 * A proxy in the settings or in Java's properties.
 *
 * @param host its name or address
 * @param port its port, from 1 to 65535
 * @param username the user name for Basic authentication; null for none
 * @param password the password; never printed
 * @param found where the proxy was found, as a message names it
 */
public record ProxyChoice(
    String host, int port, @Nullable String username, String password, String found) {
  /** Shows no credentials. */
  @Override
  public String toString() {
    return "ProxyChoice[" + host + ":" + port + ", " + found + "]";
  }
}
