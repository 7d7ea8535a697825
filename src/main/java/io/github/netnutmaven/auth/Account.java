package io.github.netnutmaven.auth;

/**
 * Whose token it is: an e-mail at an address. Two accounts, or one e-mail at two addresses, never
 * share a token.
 *
 * @param url the API's address
 * @param email exactly as it is sent; empty for the account that somebody typed, or for none
 */
public record Account(ApiUrl url, String email) {
  private static final String PREFIX = "account ";

  /** The e-mail as it is shown. */
  public String shortEmail() {
    return email.isEmpty() ? "the account that was typed" : Email.shortened(email);
  }

  /** The name that the build's memory knows it by. */
  String key() {
    return PREFIX + url + " " + email;
  }

  static boolean isKey(String key) {
    return key.startsWith(PREFIX);
  }

  /** Shows the e-mail shortened. */
  @Override
  public String toString() {
    return shortEmail() + " at " + url;
  }
}
