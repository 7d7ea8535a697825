package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.RealTiming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Notes confirmations, or puts new tokens in place of old ones, in a process of its own. */
final class ConfirmingProcess {
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  private ConfirmingProcess() {}

  /**
   * {@code confirm} or {@code replace}, the cache's folder, and how often; the latter ends both.
   */
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[1]);
    var cache = new FileTokenCache(folder, new RealTiming(), System.out::println);
    var end = folder.resolveSibling("end");
    if (args[0].equals("confirm")) {
      while (!Files.exists(end)) {
        cache.find(ACCOUNT).ifPresent(found -> cache.confirm(ACCOUNT, confirmed(found)));
      }
    } else {
      boolean noted = false;
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        var token = "fake-" + i;
        var turn = cache.turn(ACCOUNT, Duration.ofSeconds(30), () -> false);
        cache.keep(ACCOUNT, new CachedToken(token, Instant.now(), Instant.now().plusSeconds(3600)));
        turn.end();
        for (int look = 0; look < 20; look++) {
          var found = cache.find(ACCOUNT).orElseThrow();
          if (!found.value().equals(token)) {
            System.out.println("LOST " + token + " to " + found.value());
          }
          noted |= found.verifiedAt() != null;
        }
      }
      System.out.println(noted ? "NOTED" : "NOT ONCE NOTED");
      Files.createFile(end);
    }
    System.out.println("DONE");
  }

  private static CachedToken confirmed(CachedToken token) {
    return new CachedToken(token.value(), token.issuedAt(), token.expiresAt(), Instant.now());
  }
}
