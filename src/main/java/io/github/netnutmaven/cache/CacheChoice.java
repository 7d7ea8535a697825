package io.github.netnutmaven.cache;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether tokens are kept between builds: the parameter {@code cache}. */
public enum CacheChoice {
  /** Yes. */
  ON,
  /** No. */
  OFF,
  /** On a person's machine, but neither on a CI server nor in a script. */
  AUTO;

  /**
   * Why tokens are not kept, as a message says it; null if they are.
   *
   * @param environment the environment variables of the build. A person may set {@code CI=false}.
   * @param isInteractive whether Maven may ask a person
   */
  public @Nullable String whyOff(
      Function<String, @Nullable String> environment, boolean isInteractive) {
    if (this != AUTO) {
      return this == ON ? null : "of cache=off";
    }
    // Most CI servers set the first; each of the others belongs to one that does not.
    for (var name :
        List.of(
            "CI",
            "TF_BUILD",
            "TEAMCITY_VERSION",
            "CODEBUILD_BUILD_ID",
            "bamboo_buildKey",
            "GO_PIPELINE_NAME")) {
      var value = environment.apply(name);
      if (value != null && !value.isBlank() && !value.equalsIgnoreCase("false")) {
        return "of the CI server's variable " + name;
      }
    }
    return isInteractive ? null : "Maven is not interactive (-B)";
  }
}
