package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/**
 * The owner of a token: an e-mail at an address. Two e-mails, or one e-mail at two addresses, never
 * share a token.
 *
 * @param url the API's address
 * @param email exactly as it is sent; null if none is configured, so that the token belongs to
 *     whatever account a person typed at the terminal
 */
public record Account(ApiUrl url, @Nullable String email) {
  /** The e-mail as it is shown. */
  public String shortEmail() {
    return email == null ? "the account that was typed" : Email.shortened(email);
  }

  /** A text that no other account has: an address contains no blank. */
  public String key() {
    return url + (email == null ? "" : " " + email);
  }

  /** Shows the e-mail shortened. */
  @Override
  public String toString() {
    return shortEmail() + " at " + url;
  }
}
