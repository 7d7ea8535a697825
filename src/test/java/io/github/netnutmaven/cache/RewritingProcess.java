package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.RealTiming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Reads or rewrites a cache in a process of its own, and tells of every record that is torn. */
final class RewritingProcess {
  static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  private RewritingProcess() {}

  /** {@code write} or {@code read}, the cache's folder, and how often; the writer marks its end. */
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[1]);
    var cache = new FileTokenCache(folder, new RealTiming(), System.out::println);
    var end = folder.resolveSibling("end");
    if (args[0].equals("write")) {
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        cache.keep(ACCOUNT, token(i));
      }
      Files.createFile(end);
      System.out.println("DONE");
    } else {
      int read = 0;
      while (!Files.exists(end)) {
        var found = cache.find(ACCOUNT);
        if (found.isEmpty() || !isWhole(found.get())) {
          System.out.println("TORN " + found);
        }
        read++;
      }
      System.out.println("DONE " + read);
    }
  }

  /** Long and short ones in turn, each of one letter. */
  static CachedToken token(int i) {
    var now = Instant.now();
    var letter = String.valueOf((char) ('a' + i % 26));
    return new CachedToken(letter.repeat(1 + i * 37 % 8_000), now, now.plusSeconds(3600));
  }

  static boolean isWhole(CachedToken token) {
    return token.value().chars().distinct().count() == 1;
  }
}
