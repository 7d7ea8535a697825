package io.github.netnutmaven.auth;

/** Who set the API's address; whose word it is decides whether a password may follow it. */
public enum ApiUrlSource {
  /** The sandbox that this build runs. */
  SANDBOX("the sandbox of this build"),
  /** {@code -Dnetnut.apiUrl}, typed by who runs the build. */
  COMMAND_LINE("-Dnetnut.apiUrl"),
  /** The project: its POM, a profile in it, or its {@code .mvn} folder. */
  PROJECT("the project"),
  /** {@code <configuration><apiUrl>} of the {@code <server>}. */
  SERVER("the <server>"),
  /** {@code NETNUT_API_URL}. */
  ENVIRONMENT("NETNUT_API_URL"),
  /** Nobody: it is {@link ApiUrl#DEFAULT}. */
  DEFAULT("default");

  private final String shown;

  ApiUrlSource(String shown) {
    this.shown = shown;
  }

  /** As a message names it. */
  @Override
  public String toString() {
    return shown;
  }
}
