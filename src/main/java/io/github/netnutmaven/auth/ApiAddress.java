package io.github.netnutmaven.auth;

import java.util.Optional;
import java.util.Set;

/**
 * The API's address for one goal, and who set it.
 *
 * @param url the base address
 * @param source whose word it is
 */
public record ApiAddress(ApiUrl url, ApiUrlSource source) {
  /**
   * Picks the address: the first that is set of the parameter, the {@code <server>}, the
   * environment, and the default.
   *
   * @param parameter {@code apiUrl} as Maven resolved it
   * @param typed whether the parameter is the word of who runs the build, not the project's
   * @param server {@code <configuration><apiUrl>} of the {@code <server>} in use
   * @param environment {@code NETNUT_API_URL}
   */
  public static ApiAddress choose(
      Optional<String> parameter,
      boolean typed,
      Optional<String> server,
      Optional<String> environment)
      throws UserMistakeException {
    if (parameter.isPresent()) {
      return new ApiAddress(
          ApiUrl.parse(parameter.get()), typed ? ApiUrlSource.COMMAND_LINE : ApiUrlSource.PROJECT);
    }
    if (server.isPresent()) {
      return new ApiAddress(ApiUrl.parse(server.get()), ApiUrlSource.SERVER);
    }
    if (environment.isPresent()) {
      return new ApiAddress(ApiUrl.parse(environment.get()), ApiUrlSource.ENVIRONMENT);
    }
    return new ApiAddress(ApiUrl.DEFAULT, ApiUrlSource.DEFAULT);
  }

  /**
   * Refuses an address that a secret must not be sent to.
   *
   * @param trustedOrigins {@linkplain ApiUrl#origin() origins} that the holder of the account named
   *     himself
   * @param allowInsecureHttp whether plain http is allowed beyond loopback
   * @throws UserMistakeException when the address is readable on its way, or a mere project's wish
   */
  public void requireSafe(Set<String> trustedOrigins, boolean allowInsecureHttp)
      throws UserMistakeException {
    if (url.isLoopback()) {
      return;
    }
    if (url.isPlain() && !allowInsecureHttp) {
      throw new UserMistakeException(
          "The address of the API, "
              + url
              + " (set by "
              + source
              + "), is plain http: everybody on the way could read the password. Use https, or set"
              + " allowInsecureHttp (-Dnetnut.allowInsecureHttp) if that is what you want.");
    }
    if (source == ApiUrlSource.PROJECT
        && !url.origin().equals(ApiUrl.DEFAULT.origin())
        && !trustedOrigins.contains(url.origin())) {
      throw new UserMistakeException(
          "The project asks to send your password to "
              + url.origin()
              + ", which you have not trusted, so nothing was sent. If this is right, say so outside"
              + " the project: type -Dnetnut.apiUrl="
              + url
              + ", set NETNUT_API_URL, or put <configuration><apiUrl> into the <server> of your"
              + " settings.xml.");
    }
  }
}
