package io.github.netnutmaven.auth;

/** What set the API's address. */
public enum ApiUrlSource {
  /** The sandbox that this build runs. */
  SANDBOX("the sandbox of this build"),
  /** The parameter {@code apiUrl}: in the POM or a profile, or by {@code -D}, typed or not. */
  PARAMETER("apiUrl, in the project or by -D"),
  /** {@code <configuration><apiUrl>} of the {@code <server>}. */
  SERVER("the <server>"),
  /** {@code NETNUT_API_URL} of the process's environment. */
  ENVIRONMENT("NETNUT_API_URL"),
  /** Nothing: it is {@link ApiUrl#DEFAULT}. */
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
