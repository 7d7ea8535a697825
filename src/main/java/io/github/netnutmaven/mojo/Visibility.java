package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;

/** Which modules see the token: the parameter {@code visibility}. */
enum Visibility {
  /** The module that the goal runs in. */
  PROJECT,
  /** Every module of the build. */
  REACTOR,
  /** None: there is no property. */
  NONE;

  static Visibility parse(String text) throws UserMistakeException {
    return switch (text) {
      case "project" -> PROJECT;
      case "reactor" -> REACTOR;
      case "none" -> NONE;
      default ->
          throw new UserMistakeException(
              "The parameter 'visibility' is '"
                  + SafeText.oneLine(text)
                  + "', but it takes 'project', 'reactor' or 'none'. Correct it in the POM or in"
                  + " -Dnetnut.visibility.");
    };
  }
}
