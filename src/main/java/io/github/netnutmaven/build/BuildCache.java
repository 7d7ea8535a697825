package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.cache.DefaultCacheDirectory;
import io.github.netnutmaven.cache.FileTokenCache;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Finds where this build's user keeps tokens between builds. */
public final class BuildCache {
  private final MavenSession session;
  private final Function<String, @Nullable String> environment;
  private final Timing timing;
  private final Consumer<String> warn;

  /**
   * @param environment the variables of who runs the build
   */
  public BuildCache(
      MavenSession session,
      Function<String, @Nullable String> environment,
      Timing timing,
      Consumer<String> warn) {
    this.session = session;
    this.environment = environment;
    this.timing = timing;
    this.warn = warn;
  }

  /**
   * The tokens in a folder.
   *
   * @param configured the folder; if there is none, the platform's
   */
  public TokenCache in(@Nullable File configured) {
    return configured != null ? inOwn(configured.toPath().toAbsolutePath()) : inDefault();
  }

  private TokenCache inOwn(Path folder) {
    var place = archivedWith(folder);
    if (place.isPresent()) {
      warn.accept(
          "The cacheDirectory "
              + folder
              + " is inside "
              + place.get()
              + ", which CI servers archive, tokens and all. Choose a folder outside.");
    }
    return new FileTokenCache(folder, timing, warn);
  }

  private TokenCache inDefault() {
    var folder =
        new DefaultCacheDirectory(session.getSystemProperties()::getProperty, environment).folder();
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
    return new FileTokenCache(folder.get(), timing, warn);
  }

  /**
   * The project's or Maven's own folder, if the cache is inside. A build finds that out once: each
   * of its modules would go through all of them.
   */
  private Optional<String> archivedWith(Path folder) {
    var data = BuildState.of(session);
    var key = "archived with " + folder;
    var place = (String) data.get(key);
    if (place == null) {
      place = around(folder.normalize()).orElse("");
      data.put(key, place);
    }
    return place.isEmpty() ? Optional.empty() : Optional.of(place);
  }

  private Optional<String> around(Path folder) {
    for (var project : session.getProjects()) {
      if (project.getFile() != null && folder.startsWith(project.getBasedir().toPath())) {
        return Optional.of(project.getBasedir().getPath());
      }
    }
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var maven = Path.of(home, ".m2");
    return folder.startsWith(maven) ? Optional.of(maven.toString()) : Optional.empty();
  }
}
