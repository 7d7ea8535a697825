package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.cache.DefaultCacheDirectory;
import io.github.netnutmaven.cache.FileTokenCache;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Finds the directory where this build keeps tokens for later builds. */
public final class BuildCache {
  private final MavenSession session;
  private final Function<String, @Nullable String> environment;
  private final Timing timing;
  private final Consumer<Message> warn;

  /**
   * Looks for nothing yet.
   *
   * @param environment the environment variables of the build
   * @param timing time, and waiting
   * @param warn receives what the user should act on
   */
  public BuildCache(
      MavenSession session,
      Function<String, @Nullable String> environment,
      Timing timing,
      Consumer<Message> warn) {
    this.session = session;
    this.environment = environment;
    this.timing = timing;
    this.warn = warn;
  }

  /**
   * The tokens in a directory.
   *
   * @param configured the directory; null for the platform's
   */
  public TokenCache in(@Nullable File configured) {
    var directory =
        configured == null
            ? new DefaultCacheDirectory(session.getSystemProperties(), environment).find()
            : configured.toPath().toAbsolutePath();
    if (directory == null) {
      warn.accept(
          Message.of(
              "Tokens are not cached, because this user has no home directory. Set cacheDirectory,"
                  + " or cache=off."));
      return TokenCache.NONE;
    }
    var around = archivedWith(directory);
    if (!around.isEmpty()) {
      warn.accept(
          Message.of(
              "{} cache directory {} is inside {}, which CI servers archive, tokens included. Set"
                  + " cacheDirectory to a directory outside, or set cache=off.",
              configured == null ? "Tokens are not cached, because the" : "The",
              directory,
              around));
    }
    return around.isEmpty() || configured != null
        ? new FileTokenCache(directory, timing, warn)
        : TokenCache.NONE;
  }

  /** A build finds this out once, because each module would look at the directories of all. */
  private String archivedWith(Path cache) {
    var known = BuildState.of(session).archivedWith();
    var directory = known.get(cache.toString());
    if (directory == null) {
      directory = around(cache.normalize());
      known.put(cache.toString(), directory);
    }
    return directory;
  }

  /** The directory of the project or of Maven that the cache is in; empty if it is in neither. */
  private String around(Path cache) {
    for (var project : session.getProjects()) {
      if (project.getFile() != null && cache.startsWith(project.getBasedir().toPath())) {
        return project.getBasedir().getPath();
      }
    }
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var maven = Path.of(home, ".m2");
    return cache.startsWith(maven) ? maven.toString() : "";
  }
}
