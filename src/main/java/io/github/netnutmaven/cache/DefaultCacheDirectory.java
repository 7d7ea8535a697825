package io.github.netnutmaven.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the default cache directory, which is in the user's cache directory of the platform. */
final class DefaultCacheDirectory {
  private final Properties properties;
  private final Function<String, @Nullable String> environment;

  /**
   * @param properties Java's properties: {@code os.name} and {@code user.home}
   * @param environment the environment variables of the build
   */
  DefaultCacheDirectory(Properties properties, Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The directory: below {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Caches} on macOS,
   * {@code $XDG_CACHE_HOME} or {@code ~/.cache} elsewhere; null if the user has no home directory.
   */
  @Nullable Path find() {
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
    return path == null || path.isBlank() || !Path.of(path).isAbsolute() ? null : Path.of(path);
  }
}
