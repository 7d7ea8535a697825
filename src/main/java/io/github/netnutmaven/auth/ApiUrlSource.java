package io.github.netnutmaven.auth;

/** The setting that the API's address comes from. */
public enum ApiUrlSource {
  /** The sandbox that this build runs. */
  SANDBOX("the sandbox of this build"),
  /** The parameter {@code apiUrl}: in the POM, in a profile, or by {@code -D}. */
  PARAMETER("apiUrl, in the project or by -D"),
  /** {@code <configuration><apiUrl>} of the {@code <server>}. */
  SERVER("the <server>"),
  /** The environment variable {@code NETNUT_API_URL}. */
  ENVIRONMENT("NETNUT_API_URL"),
  /** None, so it is {@link ApiUrl#DEFAULT}. */
  DEFAULT("default");

  private final String shown;

  ApiUrlSource(String shown) {
    this.shown = shown;
  }

  /** The name that messages use. */
  @Override
  public String toString() {
    return shown;
  }
}
