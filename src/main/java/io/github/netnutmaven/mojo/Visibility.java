package io.github.netnutmaven.mojo;

/** Which modules see the token: the parameter {@code visibility}. */
enum Visibility {
  /** The module that the goal runs in. */
  PROJECT,
  /** Every module of the build. */
  REACTOR,
  /** None: there is no property. */
  NONE
}
