package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.files.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Stores a token in another process, and prints the warnings. */
final class KeepingProcess {
  private KeepingProcess() {}

  /**
   * Takes the cache's directory and a command: {@code keep} stores a token, {@code exhausted} does
   * it when no file descriptor is left, {@code default} prints the default directory.
   */
  public static void main(String[] args) throws IOException {
    var cache = new FileTokenCache(Path.of(args[0]), CacheFixture.TIMING, System.out::println);
    switch (args[1]) {
      case "keep" -> keep(cache, CacheFixture.ACCOUNT);
      case "exhausted" -> exhausted(cache);
      default -> {
        System.out.println("user.home " + System.getProperty("user.home"));
        System.out.println(
            new BuildCache(
                    System.getProperties(),
                    System::getenv,
                    directory -> false,
                    CacheFixture.TIMING,
                    line -> {})
                .byDefault());
      }
    }
  }

  private static void keep(FileTokenCache cache, Account account) {
    CacheFixture.turn(cache).end();
    cache.keep(account, CacheFixture.token("fake-new"));
    cache.find(account);
  }

  private static void exhausted(FileTokenCache cache) throws IOException {
    // Loading a class from a directory needs a descriptor; the plugin's jar would be open already.
    var warmUp = new Account(ApiUrl.DEFAULT, "warm-up");
    keep(cache, warmUp);
    cache.forget(warmUp);
    Message.of("{}", FileFault.reason(new IOException("warm-up")));
    var open = new ArrayList<InputStream>();
    try {
      while (true) {
        open.add(Files.newInputStream(Path.of("/dev/null")));
      }
    } catch (IOException e) {
      keep(cache, CacheFixture.ACCOUNT);
    } finally {
      for (var each : open) {
        each.close();
      }
    }
  }
}
