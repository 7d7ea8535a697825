package io.github.netnutmaven.auth;

/**
 * What the API says of a token. "Unknown" is an answer of its own: a service in trouble has not
 * refused anything.
 *
 * @param kind which of the three
 * @param reason what came back, fit to be shown; empty when accepted
 */
public record Verdict(Kind kind, String reason) {
  /** The three answers. */
  public enum Kind {
    /** The token is good. */
    ACCEPTED,
    /** The API does not take this token. */
    REFUSED,
    /** No answer that decides: the network or the service is in trouble. */
    UNKNOWN
  }

  /** The token is good. */
  public static Verdict accepted() {
    return new Verdict(Kind.ACCEPTED, "");
  }

  /** The API does not take this token, and why. */
  public static Verdict refused(String reason) {
    return new Verdict(Kind.REFUSED, reason);
  }

  /** Nothing that decides came back, and what did. */
  public static Verdict unknown(String reason) {
    return new Verdict(Kind.UNKNOWN, reason);
  }
}
