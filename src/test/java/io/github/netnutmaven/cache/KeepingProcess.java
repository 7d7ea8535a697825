package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Stores a token and reads it in another process; prints the warnings and the token. */
final class KeepingProcess {
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  private KeepingProcess() {}

  /**
   * Takes the cache's directory, and a token or a command: {@code exhausted} stores a token when no
   * file descriptor is left, {@code default} prints the default directory.
   */
  public static void main(String[] args) throws IOException {
    if (args[1].equals("default")) {
      System.out.println("user.home " + System.getProperty("user.home"));
      System.out.println(
          new BuildCache(
                  System.getProperties(),
                  System::getenv,
                  directory -> false,
                  new FixedTiming(),
                  line -> {})
              .byDefault());
      return;
    }
    var cache = new FileTokenCache(Path.of(args[0]), new SystemTiming(), System.out::println);
    var now = Instant.now();
    var token =
        new AccessToken(args[1], AccessToken.Source.CACHE, now, now.plusSeconds(3600), null, null);
    // Loads the classes before descriptors run out.
    cache.find(ACCOUNT);
    if (args[1].equals("exhausted")) {
      exhausted(cache, token);
      return;
    }
    if (!args[1].isEmpty()) {
      cache.lock(ACCOUNT, Duration.ofSeconds(1), () -> false).end();
      cache.keep(ACCOUNT, token);
    }
    cache.find(ACCOUNT).ifPresent(found -> System.out.println("FOUND " + found.value()));
  }

  private static void exhausted(FileTokenCache cache, AccessToken token) throws IOException {
    var warmUp = new Account(ApiUrl.DEFAULT, "warm-up");
    cache.lock(warmUp, Duration.ofSeconds(1), () -> false).end();
    cache.keep(warmUp, token);
    cache.forget(warmUp);
    // Loading a class from a directory needs a descriptor; the plugin's jar would be open already.
    Message.of("{}", FileFault.reason(new IOException("warm-up")));
    var open = new ArrayList<InputStream>();
    try {
      while (true) {
        open.add(Files.newInputStream(Path.of("/dev/null")));
      }
    } catch (IOException e) {
      cache.lock(ACCOUNT, Duration.ofSeconds(1), () -> false).end();
      cache.keep(ACCOUNT, token);
      cache.find(ACCOUNT);
    } finally {
      for (var each : open) {
        each.close();
      }
    }
  }
}
