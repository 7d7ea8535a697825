package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies the account of a cached token, and names its files.
 *
 * @param url the API's address
 * @param hash SHA-256 of address and e-mail, in hexadecimal
 */
record CacheKey(String url, String hash) {
  /** A regular expression for the name of every account's token file. */
  static final String TOKEN_FILES = "[0-9a-f]{64}\\.token";

  static CacheKey of(Account account) {
    try {
      var name = account.key().getBytes(StandardCharsets.UTF_8);
      var hash = MessageDigest.getInstance("SHA-256").digest(name);
      return new CacheKey(account.url().toString(), HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  String tokenFile() {
    return hash + ".token";
  }

  String lockFile() {
    return hash + ".lock";
  }
}
