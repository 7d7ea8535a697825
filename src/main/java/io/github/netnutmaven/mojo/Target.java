package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import java.util.Optional;

/**
 * Whom a goal talks to, and as whom.
 *
 * @param address the API's address
 * @param trust why a password may go there, as a message says it
 * @param account e-mail and address; the e-mail is empty when there are no credentials
 * @param source where the credentials are, if they are anywhere
 * @param absence why there are none, as a message says it
 */
record Target(
    ApiAddress address,
    String trust,
    Account account,
    Optional<AccountSource> source,
    String absence) {

  ApiUrl url() {
    return address.url();
  }

  /** Whether it is the sandbox of this build. */
  boolean isSandbox() {
    return address.source() == ApiUrlSource.SANDBOX;
  }
}
