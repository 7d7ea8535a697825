package io.github.netnutmaven.mojo;

import io.github.netnutmaven.cache.FileTokenCache;
import io.github.netnutmaven.session.SystemTiming;

/** Builds that keep tokens in one cache. */
abstract class BuildsWithCache extends AccountBuilds {
  FileTokenCache cache() {
    return new FileTokenCache(directory.resolve("cache"), new SystemTiming(), text -> {});
  }

  @Override
  <T extends AccountMojo<?>> T ready(T goal) {
    super.ready(goal).cacheDirectory = directory.resolve("cache").toFile();
    if (goal instanceof ApiMojo<?> asking) {
      asking.cache = "on";
    }
    return goal;
  }
}
