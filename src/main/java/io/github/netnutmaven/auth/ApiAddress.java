package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/**
 * The API's address for one goal. A setting only chooses the address; whether a secret may be sent
 * there is another question.
 *
 * @param url the base address
 * @param source the setting that it comes from
 * @param trust why a secret may be sent there, as a message says it; null if it may not
 */
public record ApiAddress(ApiUrl url, ApiUrlSource source, @Nullable String trust) {
  /**
   * Refuses an address that no secret may be sent to.
   *
   * @param allowInsecureHttp whether plain http is allowed beyond loopback
   * @throws UserMistakeException when others on the network path could read the secret, or when the
   *     address is not trusted
   */
  public void requireSafe(boolean allowInsecureHttp) throws UserMistakeException {
    if (url.isPlain() && !url.isLoopback() && !allowInsecureHttp) {
      throw new UserMistakeException(
          "The address of the API, {} (set by {}), is plain http: everyone on the network path"
              + " could read the password. Use https, or set allowInsecureHttp (-Dnetnut.allowInsecureHttp) if"
              + " that is what you want.",
          url,
          source);
    }
    if (trust == null) {
      throw new UserMistakeException(
          "The address of the API, {} (set by {}), is not one that you trust with your password, so"
              + " nothing was sent. A project can set an address, but only you can trust it. If it"
              + " is right, set an environment variable: NETNUT_API_URL={} mvn …",
          url,
          source,
          url);
    }
  }

  /** The address; with what set it, if that is outside of the project. */
  @Override
  public String toString() {
    return source == ApiUrlSource.SERVER || source == ApiUrlSource.ENVIRONMENT
        ? url + " (from " + source + ")"
        : url.toString();
  }
}
