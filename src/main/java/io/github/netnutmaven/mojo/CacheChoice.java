package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether tokens are kept between builds: the parameter {@code cache}. */
enum CacheChoice {
  /** They are. */
  ON,
  /** They are not. */
  OFF;

  /**
   * Reads the parameter.
   *
   * @param environment the variables of who runs the build, for {@code auto}
   * @throws UserMistakeException for anything but {@code on}, {@code off} and {@code auto}
   */
  static CacheChoice parse(String text, Function<String, @Nullable String> environment)
      throws UserMistakeException {
    return switch (text) {
      case "on" -> ON;
      case "off" -> OFF;
      case "auto" -> isOnCiServer(environment) ? OFF : ON;
      default ->
          throw new UserMistakeException(
              "The parameter 'cache' is '"
                  + SafeText.oneLine(text)
                  + "', but it takes 'on', 'off' or 'auto'. Correct it in the POM or in"
                  + " -Dnetnut.cache.");
    };
  }

  /** By what CI servers set; the generic {@code CI} may be set to {@code false} by hand. */
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
