package io.github.netnutmaven.auth;

import java.util.Map;
import java.util.Optional;

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
   * @param trusted {@linkplain ApiUrl#origin() origins} that the holder of the account named
   *     himself, and where
   * @param allowInsecureHttp whether plain http is allowed beyond loopback
   * @return why it is trusted, as a message says it
   * @throws UserMistakeException when the address is readable on its way, or a mere project's wish
   */
  public String requireSafe(Map<String, String> trusted, boolean allowInsecureHttp)
      throws UserMistakeException {
    if (url.isLoopback()) {
      return "this machine";
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
    if (url.origin().equals(ApiUrl.DEFAULT.origin())) {
      return "the service's own";
    }
    var namedIn = trusted.get(url.origin());
    if (namedIn == null) {
      throw new UserMistakeException(
          "The address of the API, "
              + url
              + " (set by "
              + source
              + "), is none that you have trusted with your password, so nothing was sent. If it is"
              + " right, say so outside the project: type -Dnetnut.apiUrl="
              + url
              + ", set NETNUT_API_URL, or put <configuration><apiUrl> into the <server> that has"
              + " your username and password.");
    }
    return "named in " + namedIn;
  }
}
