package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.session.SystemTiming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes or reads a cache in another process, and prints what is wrong with a token. */
final class RewritingProcess {
  private RewritingProcess() {}

  /**
   * Takes the directory, and how often a token is written; with 0 it reads until another process
   * has written all of its tokens.
   */
  public static void main(String[] args) throws Exception {
    var directory = Path.of(args[0]);
    var cache = new FileTokenCache(directory, new SystemTiming(), System.out::println);
    var end = directory.resolveSibling("end");
    int count = Integer.parseInt(args[1]);
    if (count == 0) {
      read(cache, end);
    } else {
      for (int i = 0; i < count; i++) {
        cache.keep(CacheFixture.ACCOUNT, token(i));
      }
      Files.createFile(end);
      System.out.println("DONE");
    }
  }

  private static void read(FileTokenCache cache, Path end) {
    int reads = 0;
    while (!Files.exists(end)) {
      var found = cache.find(CacheFixture.ACCOUNT);
      if (found.isEmpty() || !isWhole(found.get())) {
        System.out.println("TORN " + found);
      }
      reads++;
    }
    System.out.println("DONE " + reads);
  }

  /** Long and short tokens in turn, each of one letter. */
  private static AccessToken token(int number) {
    var letter = String.valueOf((char) ('a' + number % 26));
    var now = Instant.now();
    return new AccessToken(
        letter.repeat(1 + number * 37 % 8_000),
        AccessToken.Source.CACHE,
        now,
        now.plusSeconds(3600),
        null,
        null);
  }

  static boolean isWhole(AccessToken token) {
    return token.value().chars().distinct().count() == 1;
  }
}
