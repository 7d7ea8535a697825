package io.github.netnutmaven.auth;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the way to the API, reached over plain http.
 *
 * @param host its name or address
 * @param port its port, from 1 to 65535
 * @param username the user name for Basic authentication; null for none
 * @param password the password; never printed
 * @param found where it was found, as a message names it
 */
public record HttpProxy(
    String host, int port, @Nullable String username, String password, String found) {
  /** Whether its host is a literal name of this machine, as in {@link ApiUrl#isLoopback()}. */
  public boolean isLoopback() {
    return ApiUrl.isLoopback(host.toLowerCase(Locale.ROOT));
  }

  /** Host, port, and where it was found; no credentials. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + found + ")";
  }
}
