package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.BuildTokens;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.TokenRequest;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.auth.TokenSource;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.http.HttpAuthApi;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.FixedAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Runs builds in another process, each of which needs a token, and prints the tokens. */
final class BuildProcess {
  static final String EMAIL = "me@example.com";
  static final String PASSWORD = "fake-Pa55word-for-tests";

  private BuildProcess() {}

  /** Takes the cache's directory, the API's address, the number of builds, and their time limit. */
  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[2]);
    var timeout = Duration.parse(args[3]);
    var builds = new ArrayList<Callable<String>>();
    for (int i = 0; i < threads; i++) {
      builds.add(() -> token(Path.of(args[0]), ApiUrl.parse(args[1]), timeout));
    }
    var pool = Executors.newFixedThreadPool(threads);
    for (var token : pool.invokeAll(builds)) {
      System.out.println("TOKEN " + token.get());
    }
    pool.shutdown();
  }

  static String token(Path directory, ApiUrl url, Duration timeout) throws Exception {
    var timing = new SystemTiming();
    var deadline = new Deadline(timeout, timing);
    try (var api =
        new HttpAuthApi(
            new ApiAddress(url, ApiUrlSource.PARAMETER, null),
            null,
            null,
            Duration.ofSeconds(10),
            3,
            deadline,
            timing,
            line -> {})) {
      return new TokenService(
              api,
              new FileTokenCache(directory, timing, System.out::println),
              new BuildTokens(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()),
              token -> Optional.empty(),
              deadline,
              timing,
              System.out::println)
          .obtain(
              new TokenRequest(
                  new Account(url, EMAIL),
                  new FixedAccount(EMAIL, PASSWORD),
                  TokenSource.NONE,
                  Verification.LENIENT,
                  Duration.ofMinutes(5),
                  Duration.ofMinutes(5)))
          .orElseThrow()
          .token()
          .value();
    }
  }
}
