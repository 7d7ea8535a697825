package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the directory where this build keeps tokens for later builds.
 *
 * @param properties Java's properties: {@code os.name} and {@code user.home}
 * @param environment the environment variables of the build
 * @param isInProject whether a directory is in the project
 * @param timing time, and waiting
 * @param warn receives what the user should act on
 */
public record BuildCache(
    Properties properties,
    Function<String, @Nullable String> environment,
    Predicate<Path> isInProject,
    Timing timing,
    Consumer<Message> warn) {
  /**
   * The tokens in a directory.
   *
   * @param configured the directory; null for the platform's
   */
  public TokenCache in(@Nullable Path configured) {
    var directory = configured == null ? byDefault() : configured.toAbsolutePath().normalize();
    if (directory == null) {
      warn.accept(
          Message.of(
              "Tokens are not cached, because this user has no home directory. Set cacheDirectory,"
                  + " or cache=off."));
      return TokenCache.none();
    }
    if (isInProject.test(directory)) {
      warn.accept(
          Message.of(
              "Did not use the token cache in {}: it is inside the project, whose files may contain"
                  + " anybody's token. Set cacheDirectory to a directory outside, or set cache=off.",
              directory));
      return TokenCache.none();
    }
    var home = absolute(properties.getProperty("user.home"));
    if (home != null && directory.startsWith(home.resolve(".m2"))) {
      warn.accept(
          Message.of(
              "The token cache in {} is inside ~/.m2, which CI servers archive, tokens included. Set"
                  + " cacheDirectory to a directory outside, or set cache=off.",
              directory));
    }
    return new FileTokenCache(directory, timing, warn);
  }

  /**
   * The directory: below {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Caches} on macOS,
   * {@code $XDG_CACHE_HOME} or {@code ~/.cache} elsewhere; null if the user has no home directory.
   */
  @Nullable Path byDefault() {
    var system = String.valueOf(properties.getProperty("os.name")).toLowerCase(Locale.ROOT);
    Path caches;
    if (system.startsWith("windows")) {
      caches = absolute(environment.apply("LOCALAPPDATA"));
    } else if (system.startsWith("mac")) {
      caches = inHome("Library/Caches");
    } else {
      var configured = absolute(environment.apply("XDG_CACHE_HOME"));
      caches = configured == null ? inHome(".cache") : configured;
    }
    return caches == null ? null : caches.resolve("netnut-maven-plugin");
  }

  /**
   * If the system does not know the user, Java sets {@code user.home} to {@code ?}. Maven 4 makes
   * that a path in the working directory.
   */
  private @Nullable Path inHome(String directory) {
    var home = absolute(properties.getProperty("user.home"));
    if (home == null || home.endsWith("?")) {
      var other = absolute(environment.apply("HOME"));
      home = other != null && Files.isWritable(other) ? other : null;
    }
    return home == null ? null : home.resolve(directory);
  }

  private static @Nullable Path absolute(@Nullable String path) {
    try {
      return path == null || path.isBlank() || !Path.of(path).isAbsolute() ? null : Path.of(path);
    } catch (InvalidPathException e) {
      // It has a character that the locale lacks.
      return null;
    }
  }
}
