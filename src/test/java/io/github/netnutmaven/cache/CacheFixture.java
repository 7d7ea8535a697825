package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.testkit.FixedTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the cache share: an account, its token, a directory, and the warnings. */
abstract class CacheFixture {
  static final FixedTiming TIMING = new FixedTiming();
  static final Instant NOW = TIMING.now();
  static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  static final String HASH = CacheKey.of(ACCOUNT).hash();
  static final CachedToken TOKEN = token("fake-token");

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

  static CachedToken token(String value) {
    return new CachedToken(value, NOW, NOW.plus(Duration.ofHours(24)));
  }

  final FileTokenCache cacheIn(Path directory) {
    return cacheIn(directory, Protection.of(directory));
  }

  final FileTokenCache cacheIn(Path directory, Protection protection) {
    return new FileTokenCache(directory, protection, TIMING, warnings::add);
  }

  static void setMode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Runs a command; false if it fails or does not exist. */
  static boolean run(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The command that runs a class in another JVM. */
  static List<String> java(String classPath, Class<?> main, String... arguments) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m", "-cp"));
    command.add(classPath);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
