package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a cached token belongs to.
 *
 * @param url the API's address
 * @param hash SHA-256 of address and e-mail, in hex; the names of the account's files begin with it
 */
record CacheKey(String url, String hash) {
  static CacheKey of(Account account) {
    try {
      var name = account.url() + "\n" + account.email();
      var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return new CacheKey(account.url().toString(), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
