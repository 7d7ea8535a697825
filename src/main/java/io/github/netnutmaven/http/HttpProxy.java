package io.github.netnutmaven.http;

import java.util.Optional;

/**
 * A proxy on the way to the API.
 *
 * @param host its name or address
 * @param port its port
 * @param login what it asks for, if anything; sent to it alone, as Basic, without being asked
 * @param found where it was found, as a message names it
 */
public record HttpProxy(String host, int port, Optional<Login> login, String found) {
  /**
   * What a proxy asks for.
   *
   * @param username never printed
   * @param password never printed
   */
  public record Login(String username, String password) {
    /** Shows nothing. */
    @Override
    public String toString() {
      return "Login[]";
    }
  }

  /** Host, port, and where it was found. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + found + ")";
  }
}
