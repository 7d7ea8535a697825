package io.github.netnutmaven.mojo;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether tokens are kept between builds: the parameter {@code cache}. */
enum CacheChoice {
  /** Yes. */
  ON,
  /** No. */
  OFF,
  /** On a person's machine, but not on a CI server. */
  AUTO;

  /**
   * Whether tokens are kept.
   *
   * @param environment the environment variables of the build
   */
  boolean isOn(Function<String, @Nullable String> environment) {
    return this == ON || (this == AUTO && !isOnCiServer(environment));
  }

  /** By the variables that CI servers set. A person may set {@code CI=false}. */
  private static boolean isOnCiServer(Function<String, @Nullable String> environment) {
    var variables =
        List.of(
            "CI",
            "JENKINS_URL",
            "TF_BUILD",
            "TEAMCITY_VERSION",
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "BUILDKITE",
            "CIRCLECI",
            "TRAVIS",
            "APPVEYOR",
            "DRONE",
            "BITBUCKET_BUILD_NUMBER",
            "CODEBUILD_BUILD_ID",
            "bamboo_buildKey",
            "GO_PIPELINE_NAME");
    for (var name : variables) {
      var value = environment.apply(name);
      if (value != null && !value.isBlank() && !value.equalsIgnoreCase("false")) {
        return true;
      }
    }
    return false;
  }
}
