package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;

/** What a leak does to the build: the parameter {@code onLeak}. */
enum OnLeak {
  /** Fails it. */
  FAIL,
  /** Warns, and lets it go on. */
  WARN;

  static OnLeak parse(String text) throws UserMistakeException {
    return switch (text) {
      case "fail" -> FAIL;
      case "warn" -> WARN;
      default ->
          throw new UserMistakeException(
              "The parameter 'onLeak' is '"
                  + SafeText.oneLine(text)
                  + "', but it takes 'fail' or 'warn'. Correct it in the POM or in"
                  + " -Dnetnut.onLeak.");
    };
  }
}
