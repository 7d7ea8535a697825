package io.github.netnutmaven.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the cache is when nobody says: in the user's cache folder, as the platform has it. */
public final class DefaultCacheDirectory {
  private static final String NAME = "netnut-maven-plugin";

  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  /**
   * Reads nothing yet.
   *
   * @param properties Java's properties: {@code os.name} and {@code user.home}
   * @param environment the variables of who runs the build
   */
  public DefaultCacheDirectory(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The folder, below {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Caches} on macOS, {@code
   * $XDG_CACHE_HOME} or {@code ~/.cache} elsewhere; nothing if the user has no home.
   */
  public Optional<Path> folder() {
    return below(userCaches(), NAME);
  }

  private Optional<Path> userCaches() {
    var system = String.valueOf(properties.apply("os.name")).toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return absolute(environment.apply("LOCALAPPDATA"));
    }
    if (system.startsWith("mac")) {
      return below(home(), "Library/Caches");
    }
    var caches = absolute(environment.apply("XDG_CACHE_HOME"));
    return caches.isPresent() ? caches : below(home(), ".cache");
  }

  /** For a user that the system does not know, Java says that {@code user.home} is {@code ?}. */
  private Optional<Path> home() {
    var home = absolute(properties.apply("user.home"));
    if (home.isPresent()) {
      return home;
    }
    var byEnvironment = absolute(environment.apply("HOME"));
    return byEnvironment.isPresent() && Files.isWritable(byEnvironment.get())
        ? byEnvironment
        : Optional.empty();
  }

  private static Optional<Path> absolute(@Nullable String path) {
    return path == null || path.isBlank() || !Path.of(path).isAbsolute()
        ? Optional.empty()
        : Optional.of(Path.of(path));
  }

  private static Optional<Path> below(Optional<Path> folder, String path) {
    return folder.isPresent() ? Optional.of(folder.get().resolve(path)) : Optional.empty();
  }
}
