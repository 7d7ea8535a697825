package io.github.netnutmaven.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The default cache directory, in the user's cache directory of the platform. */
public final class DefaultCacheDirectory {
  private static final String NAME = "netnut-maven-plugin";

  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  /**
   * Reads nothing yet.
   *
   * @param properties Java's properties: {@code os.name} and {@code user.home}
   * @param environment the environment variables of the build
   */
  public DefaultCacheDirectory(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The directory, below {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Caches} on macOS,
   * {@code $XDG_CACHE_HOME} or {@code ~/.cache} elsewhere; null if the user has no home directory.
   */
  public @Nullable Path find() {
    var caches = userCaches();
    return caches == null ? null : caches.resolve(NAME);
  }

  private @Nullable Path userCaches() {
    var system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return absolute(environment.apply("LOCALAPPDATA"));
    }
    boolean isMac = system.startsWith("mac");
    var caches = isMac ? null : absolute(environment.apply("XDG_CACHE_HOME"));
    if (caches != null) {
      return caches;
    }
    var home = home();
    return home == null ? null : home.resolve(isMac ? "Library/Caches" : ".cache");
  }

  /** For a user that the system does not know, Java says that {@code user.home} is {@code ?}. */
  private @Nullable Path home() {
    var home = absolute(properties.apply("user.home"));
    if (home != null) {
      return home;
    }
    var byEnvironment = absolute(environment.apply("HOME"));
    return byEnvironment != null && Files.isWritable(byEnvironment) ? byEnvironment : null;
  }

  private static @Nullable Path absolute(@Nullable String path) {
    return path == null || path.isBlank() || !Path.of(path).isAbsolute() ? null : Path.of(path);
  }
}
