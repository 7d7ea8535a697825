package io.github.netnutmaven.auth;

/**
 * What the API says about a token. An outage is not treated as a rejection: its verdict is unknown.
 *
 * @param kind accepted, refused or unknown
 * @param reason what came back, safe to show; empty when accepted
 */
public record Verdict(Kind kind, String reason) {
  /** The three verdicts. */
  public enum Kind {
    /** The API accepts the token. */
    ACCEPTED,
    /** The API does not accept the token. */
    REFUSED,
    /** There is no clear answer: the network or the service has a problem. */
    UNKNOWN
  }

  /** The API accepts the token. */
  public static Verdict accepted() {
    return new Verdict(Kind.ACCEPTED, "");
  }

  /** The API does not accept the token, and why. */
  public static Verdict refused(String reason) {
    return new Verdict(Kind.REFUSED, reason);
  }

  /** No clear answer came back, and what did. */
  public static Verdict unknown(String reason) {
    return new Verdict(Kind.UNKNOWN, reason);
  }
}
