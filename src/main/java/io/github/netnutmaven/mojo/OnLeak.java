package io.github.netnutmaven.mojo;

/** What to do about a leak: the parameter {@code onLeak}. */
enum OnLeak {
  /** Fail the build. */
  FAIL,
  /** Warn, and continue. */
  WARN
}
