package io.github.netnutmaven.auth;

/** How sure a build must be of a token before it uses it: the parameter {@code verify}. */
public enum Verification {
  /** Ask the API; if the answer is unknown, warn and use a token that has not expired. */
  LENIENT,
  /** Ask the API; if the answer is unknown, fail. */
  STRICT,
  /** Do not ask. */
  OFF
}
