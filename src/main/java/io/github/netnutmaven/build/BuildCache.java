package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.cache.DefaultCacheDirectory;
import io.github.netnutmaven.cache.FileTokenCache;
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
  public TokenCache in(@Nullable Path configured) {
    var directory =
        configured == null
            ? new DefaultCacheDirectory(session.getSystemProperties(), environment).find()
            : configured.toAbsolutePath().normalize();
    if (directory == null) {
      warn.accept(
          Message.of(
              "Tokens are not cached, because this user has no home directory. Set cacheDirectory,"
                  + " or cache=off."));
      return TokenCache.NONE;
    }
    if (isInProject(directory)) {
      warn.accept(
          Message.of(
              "Did not use the token cache in {}: it is inside the project, whose files may contain"
                  + " anybody's token. Set cacheDirectory to a directory outside, or set cache=off.",
              directory));
      return TokenCache.NONE;
    }
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    if (directory.startsWith(Path.of(home, ".m2"))) {
      warn.accept(
          Message.of(
              "The token cache in {} is inside ~/.m2, which CI servers archive, tokens included. Set"
                  + " cacheDirectory to a directory outside, or set cache=off.",
              directory));
    }
    return new FileTokenCache(directory, timing, warn);
  }

  /** A build finds this out once, because each module would look at the directories of all. */
  private boolean isInProject(Path directory) {
    var known = BuildState.of(session).cachesInProject();
    var isInProject = known.get(directory.toString());
    if (isInProject == null) {
      isInProject = new ProjectDirectories(session, environment).contain(directory);
      known.put(directory.toString(), isInProject);
    }
    return isInProject;
  }
}
