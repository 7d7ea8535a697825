package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.session.SystemTiming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Reads or changes a cache in another process, and prints what is wrong with a token. */
final class RewritingProcess {
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  private final FileTokenCache cache;
  private final Path end;

  private RewritingProcess(Path directory) {
    this.cache = new FileTokenCache(directory, new SystemTiming(), System.out::println);
    this.end = directory.resolveSibling("end");
  }

  /**
   * Takes the directory, a command and a number: {@code write} and {@code replace} run that many
   * times, {@code read} and {@code confirm} until one of the others has ended.
   */
  public static void main(String[] args) throws Exception {
    var process = new RewritingProcess(Path.of(args[0]));
    int count = Integer.parseInt(args[2]);
    switch (args[1]) {
      case "write" -> process.write(count);
      case "read" -> process.read();
      case "replace" -> process.replace(count);
      default -> process.confirm();
    }
  }

  private void write(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      // Long and short tokens in turn, each of one letter.
      var letter = String.valueOf((char) ('a' + i % 26));
      cache.keep(ACCOUNT, token(letter.repeat(1 + i * 37 % 8_000)));
    }
    Files.createFile(end);
    System.out.println("DONE");
  }

  private void read() {
    int reads = 0;
    while (!Files.exists(end)) {
      var found = cache.find(ACCOUNT);
      if (found.isEmpty() || !isWhole(found.get())) {
        System.out.println("TORN " + found);
      }
      reads++;
    }
    System.out.println("DONE " + reads);
  }

  private void replace(int count) throws Exception {
    boolean isConfirmed = false;
    for (int i = 0; i < count; i++) {
      var turn = cache.lock(ACCOUNT, Duration.ofSeconds(30), () -> false);
      cache.keep(ACCOUNT, token("fake-" + i));
      turn.end();
      for (int look = 0; look < 20; look++) {
        var found = cache.find(ACCOUNT).orElseThrow();
        if (!found.value().equals("fake-" + i)) {
          System.out.println("LOST fake-" + i + " to " + found.value());
        }
        isConfirmed |= found.verifiedAt() != null;
      }
    }
    System.out.println(isConfirmed ? "CONFIRMED" : "NEVER CONFIRMED");
    Files.createFile(end);
  }

  private void confirm() {
    while (!Files.exists(end)) {
      cache.find(ACCOUNT).ifPresent(found -> cache.confirm(ACCOUNT, found.verified(Instant.now())));
    }
    System.out.println("DONE");
  }

  private static AccessToken token(String value) {
    return new AccessToken(
        value,
        AccessToken.Source.CACHE,
        Instant.now(),
        Instant.now().plusSeconds(3600),
        null,
        null);
  }

  static boolean isWhole(AccessToken token) {
    return token.value().chars().distinct().count() == 1;
  }
}
