package io.github.netnutmaven.auth;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API's address for one goal. A setting only chooses the address; {@link #trust} says whether a
 * password may be sent there.
 *
 * @param url the base address
 * @param source the setting that it comes from
 */
public record ApiAddress(ApiUrl url, ApiUrlSource source) {
  /**
   * The first address that is set: by the parameter, the {@code <server>}, the environment; else
   * the default.
   *
   * @param parameter {@code apiUrl} as Maven resolved it
   * @param server {@code <configuration><apiUrl>} of the {@code <server>} in use
   * @param environment {@code NETNUT_API_URL}
   */
  public static ApiAddress choose(
      @Nullable ApiUrl parameter, @Nullable ApiUrl server, @Nullable ApiUrl environment) {
    if (parameter != null) {
      return new ApiAddress(parameter, ApiUrlSource.PARAMETER);
    }
    if (server != null) {
      return new ApiAddress(server, ApiUrlSource.SERVER);
    }
    if (environment != null) {
      return new ApiAddress(environment, ApiUrlSource.ENVIRONMENT);
    }
    return new ApiAddress(ApiUrl.DEFAULT, ApiUrlSource.DEFAULT);
  }

  /**
   * Why a secret may be sent there, for messages; nothing if it may not.
   *
   * @param trusted the {@linkplain ApiUrl#origin() origins} that the account's holder named where
   *     no project can write, and where that is
   */
  public Optional<String> trust(Map<String, String> trusted) {
    if (url.isLoopback()) {
      return Optional.of("this machine");
    }
    if (url.origin().equals(ApiUrl.DEFAULT.origin())) {
      return Optional.of("the service itself");
    }
    return Optional.ofNullable(trusted.get(url.origin())).map(where -> "named in " + where);
  }

  /**
   * Refuses an address that no secret may be sent to.
   *
   * @param trusted as for {@link #trust}
   * @param allowInsecureHttp whether plain http is allowed beyond loopback
   * @throws UserMistakeException when others on the network path could read the secret, or when the
   *     address is not trusted
   */
  public void requireSafe(Map<String, String> trusted, boolean allowInsecureHttp)
      throws UserMistakeException {
    if (url.isPlain() && !url.isLoopback() && !allowInsecureHttp) {
      throw new UserMistakeException(
          "The address of the API, {} (set by {}), is plain http: everyone on the network path"
              + " could read the password. Use https, or set allowInsecureHttp (-Dnetnut.allowInsecureHttp) if"
              + " that is what you want.",
          url,
          source);
    }
    if (trust(trusted).isEmpty()) {
      // Not the path: a project chose it, and a shell may take parts of it for commands.
      throw new UserMistakeException(
          "The address of the API, {} (set by {}), is not one that you trust with your password, so"
              + " nothing was sent. A project can set an address, but only you can trust it. If it"
              + " is right, set an environment variable: NETNUT_API_URL={} mvn …",
          url,
          source,
          url.origin());
    }
  }
}
