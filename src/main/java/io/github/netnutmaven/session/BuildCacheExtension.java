package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.Message;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;

/**
 * Maven's Build Cache Extension, which skips goals and stores their parameters. It is asked what it
 * is going to do, because only it knows its configuration.
 */
public final class BuildCacheExtension {
  private static final String NAME = "maven-build-cache-extension";

  private final ClassRealm realm;
  private final PlexusContainer container;

  private BuildCacheExtension(ClassRealm realm, PlexusContainer container) {
    this.realm = realm;
    this.container = container;
  }

  /**
   * Warns if the extension is active and would skip this goal, or store the parameters of all
   * goals.
   *
   * @param container has the components of Maven's extensions
   */
  public static void warn(PlexusContainer container, Build build) {
    for (var realm : container.getContainerRealm().getWorld().getRealms()) {
      if (realm.getId().contains(NAME)) {
        new BuildCacheExtension(realm, container).warnOf(build);
      }
    }
  }

  private void warnOf(Build build) {
    var warn = build.warn();
    var login = build.goal();
    try {
      if (!says("xml.CacheConfig", "isEnabled")) {
        return;
      }
      if (!says(
          "CacheController", "isForcedExecution", build.session().getCurrentProject(), login)) {
        warn.accept(
            Message.of(
                "The Maven Build Cache Extension skips netnut:login when it restores a module, so"
                    + " later goals such as deploy have no token. Add netnut-maven-plugin to"
                    + " <runAlways> in maven-build-cache-config.xml."));
      }
      if (says("xml.CacheConfig", "isLogAllProperties", login)) {
        warn.accept(
            Message.of(
                "The Maven Build Cache Extension stores the parameters of all goals in its cache,"
                    + " which may be remote: a token in <environmentVariables>, too. Remove"
                    + " logAllProperties from maven-build-cache-config.xml, or pass the token in a"
                    + " tokenFile."));
      }
    } catch (ReflectiveOperationException | ComponentLookupException | IllegalArgumentException e) {
      // A version with other methods: nothing is known about it.
    }
  }

  private boolean says(String component, String question, Object... about)
      throws ReflectiveOperationException, ComponentLookupException {
    var type = realm.loadClass("org.apache.maven.buildcache." + component);
    for (var method : type.getMethods()) {
      if (method.getName().equals(question)) {
        return Boolean.TRUE.equals(method.invoke(container.lookup(type), about));
      }
    }
    throw new NoSuchMethodException(question);
  }
}
