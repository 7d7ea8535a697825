package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a goal talks to, and as whom.
 *
 * @param address the API's address
 * @param trusted the origins that a secret may be sent to, and where they are named
 * @param allowInsecureHttp whether plain http is allowed beyond this machine
 * @param account e-mail and address; the e-mail is empty when there are no credentials
 * @param source where the credentials are, if they are anywhere
 * @param absence why there are none, as a message says it
 */
public record ApiTarget(
    ApiAddress address,
    Map<String, String> trusted,
    boolean allowInsecureHttp,
    Account account,
    Optional<AccountSource> source,
    String absence) {

  public ApiUrl url() {
    return address.url();
  }

  /** Whether it is the sandbox of this build. */
  public boolean isSandbox() {
    return address.source() == ApiUrlSource.SANDBOX;
  }

  /** Why a secret may be sent there, as a message says it. */
  public String trust() {
    return address.trust(trusted).orElse("no");
  }

  /**
   * Refuses to send anything to an address that is not safe for it.
   *
   * @throws UserMistakeException when it is not
   */
  public void requireSafe() throws UserMistakeException {
    address.requireSafe(trusted, allowInsecureHttp);
  }

  /** The same with credentials for want of others. */
  public ApiTarget orElse(Optional<AccountSource> lastResort) {
    return source.isPresent() || lastResort.isEmpty()
        ? this
        : new ApiTarget(address, trusted, allowInsecureHttp, account, lastResort, absence);
  }
}
