package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/**
 * The API that a goal uses, and the account that it uses it with.
 *
 * @param address the API's address
 * @param allowInsecureHttp whether plain http is allowed beyond this machine
 * @param account e-mail and address; the e-mail is null when there are no credentials
 * @param source where the credentials are; null if there are none
 * @param missingReason why there are none; null if there are
 */
public record ApiTarget(
    ApiAddress address,
    boolean allowInsecureHttp,
    Account account,
    @Nullable AccountSource source,
    @Nullable Message missingReason) {

  /** The API's address. */
  public ApiUrl url() {
    return address.url();
  }

  /** Whether it is the sandbox of this build. */
  public boolean isSandbox() {
    return address.source() == ApiUrlSource.SANDBOX;
  }

  /**
   * Refuses an address that no secret may be sent to.
   *
   * @throws UserMistakeException when it is not safe
   */
  public void requireSafe() throws UserMistakeException {
    address.requireSafe(allowInsecureHttp);
  }
}
