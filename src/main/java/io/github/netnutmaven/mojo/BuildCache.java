package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Pace;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.cache.CachePlace;
import io.github.netnutmaven.cache.FileTokenCache;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Finds where this build's user keeps tokens between builds. */
final class BuildCache {
  private final MavenSession session;
  private final Pace pace;
  private final Consumer<String> warn;

  BuildCache(MavenSession session, Pace pace, Consumer<String> warn) {
    this.session = session;
    this.pace = pace;
    this.warn = warn;
  }

  /**
   * The tokens in a folder.
   *
   * @param configured the folder; if there is none, the platform's
   */
  TokenCache in(@Nullable File configured) {
    return configured != null ? inOwn(configured.toPath().toAbsolutePath()) : inDefault();
  }

  private TokenCache inOwn(Path folder) {
    archivedWith(folder)
        .ifPresent(
            place ->
                warn.accept(
                    "The cacheDirectory "
                        + folder
                        + " is inside "
                        + place
                        + ", which CI servers archive, tokens and all. Choose a folder outside."));
    return new FileTokenCache(folder, pace, warn);
  }

  private TokenCache inDefault() {
    var properties = session.getSystemProperties();
    Function<String, @Nullable String> environment = name -> properties.getProperty("env." + name);
    var folder = new CachePlace(properties::getProperty, environment).folder();
    if (folder.isEmpty()) {
      warn.accept(
          "Tokens are not cached, for this user has no home folder. Set cacheDirectory, or"
              + " cache=off.");
      return TokenCache.NONE;
    }
    var place = archivedWith(folder.get());
    if (place.isPresent()) {
      warn.accept(
          "Tokens are not cached, for the cache folder "
              + folder.get()
              + " is inside "
              + place.get()
              + ", which CI servers archive. Set cacheDirectory, or cache=off.");
      return TokenCache.NONE;
    }
    return new FileTokenCache(folder.get(), pace, warn);
  }

  /** The project or Maven's own folder, if the cache is inside. */
  private Optional<Path> archivedWith(Path folder) {
    for (var project : session.getProjects()) {
      if (isInside(folder, project)) {
        return Optional.of(project.getBasedir().toPath());
      }
    }
    var maven =
        Path.of(String.valueOf(session.getSystemProperties().getProperty("user.home")), ".m2");
    return folder.normalize().startsWith(maven) ? Optional.of(maven) : Optional.empty();
  }

  private static boolean isInside(Path folder, MavenProject project) {
    return project.getFile() != null
        && folder.normalize().startsWith(project.getBasedir().toPath());
  }
}
