package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the directory where this build keeps tokens for later builds. */
public final class BuildCache {
  private final Properties properties;
  private final Function<String, @Nullable String> environment;
  private final Predicate<Path> isInProject;
  private final Timing timing;
  private final Consumer<Message> warn;

  /**
   * @param properties Java's properties: {@code os.name} and {@code user.home}
   * @param environment the environment variables of the build
   * @param isInProject whether a directory is in the project
   * @param timing time, and waiting
   * @param warn receives what the user should act on
   */
  public BuildCache(
      Properties properties,
      Function<String, @Nullable String> environment,
      Predicate<Path> isInProject,
      Timing timing,
      Consumer<Message> warn) {
    this.properties = properties;
    this.environment = environment;
    this.isInProject = isInProject;
    this.timing = timing;
    this.warn = warn;
  }

  /**
   * The tokens in a directory.
   *
   * @param configured the directory; null for the platform's
   */
  public TokenCache in(@Nullable Path configured) {
    var directory =
        configured == null
            ? new DefaultCacheDirectory(properties, environment).find()
            : configured.toAbsolutePath().normalize();
    if (directory == null) {
      warn.accept(
          Message.of(
              "Tokens are not cached, because this user has no home directory. Set cacheDirectory,"
                  + " or cache=off."));
      return TokenCache.NONE;
    }
    if (isInProject.test(directory)) {
      warn.accept(
          Message.of(
              "Did not use the token cache in {}: it is inside the project, whose files may contain"
                  + " anybody's token. Set cacheDirectory to a directory outside, or set cache=off.",
              directory));
      return TokenCache.NONE;
    }
    var home = String.valueOf(properties.getProperty("user.home"));
    if (directory.startsWith(Path.of(home, ".m2"))) {
      warn.accept(
          Message.of(
              "The token cache in {} is inside ~/.m2, which CI servers archive, tokens included. Set"
                  + " cacheDirectory to a directory outside, or set cache=off.",
              directory));
    }
    return new FileTokenCache(directory, timing, warn);
  }
}
