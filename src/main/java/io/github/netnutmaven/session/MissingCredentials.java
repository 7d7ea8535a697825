package io.github.netnutmaven.session;

/** What to do when no credentials are configured: the parameter {@code onMissingCredentials}. */
public enum MissingCredentials {
  /** Fail the build. */
  FAIL,
  /** Warn, and continue without a token. */
  WARN,
  /** Say so once, and continue without a token. */
  SKIP
}
