package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenCache.LoginRight;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the cache share: an account, its token, a directory, and the warnings. */
abstract class CacheFixture {
  static final FixedTiming TIMING = new FixedTiming();
  static final Instant NOW = TIMING.now();
  static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  static final String HASH = CacheRecord.hash(ACCOUNT);
  static final AccessToken TOKEN = token("fake-token");

  @TempDir Path home;

  final List<String> warnings = new ArrayList<>();
  Path directory;
  Path file;
  FileTokenCache cache;

  @BeforeEach
  final void create_a_cache_whose_directory_does_not_exist() {
    directory = home.resolve("cache");
    file = directory.resolve(HASH + ".token");
    cache = cacheIn(directory);
  }

  static AccessToken token(String value) {
    return token(value, Duration.ZERO, Duration.ofHours(24));
  }

  static AccessToken token(String value, Duration issuedIn, Duration endsIn) {
    return new AccessToken(
        value, AccessToken.Source.CACHE, NOW.plus(issuedIn), NOW.plus(endsIn), null, null);
  }

  static LoginRight turn(TokenCache cache) {
    return cache.lock(ACCOUNT, Duration.ofSeconds(10), () -> false);
  }

  final FileTokenCache cacheIn(Path directory) {
    return cacheIn(directory, Protection.of(directory), TIMING);
  }

  final FileTokenCache cacheIn(Path directory, Protection protection, Timing timing) {
    return new FileTokenCache(
        directory, protection, timing, message -> warnings.add(message.toString()));
  }

  final FileTokenCache cacheAt(Timing timing) {
    return cacheIn(directory, Protection.of(directory), timing);
  }

  static void setMode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
