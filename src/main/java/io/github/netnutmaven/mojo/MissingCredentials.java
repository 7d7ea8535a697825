package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;

/** What a goal does when no credentials are configured: {@code onMissingCredentials}. */
enum MissingCredentials {
  /** Fails the build. */
  FAIL,
  /** Warns, and does nothing else. */
  WARN,
  /** Does nothing, and says so. */
  SKIP;

  static MissingCredentials parse(String text) throws UserMistakeException {
    return switch (text) {
      case "fail" -> FAIL;
      case "warn" -> WARN;
      case "skip" -> SKIP;
      default ->
          throw new UserMistakeException(
              "The parameter 'onMissingCredentials' is '"
                  + SafeText.oneLine(text)
                  + "', but it takes 'fail', 'warn' or 'skip'. Correct it in the POM or in"
                  + " -Dnetnut.onMissingCredentials.");
    };
  }
}
