package io.github.netnutmaven.auth;

import java.util.Locale;

/** How sure a token must be before it is exposed: the parameter {@code verify}. */
public enum Verification {
  /** Ask; when the answer is unknown, warn and use a token that has not ended. */
  LENIENT,
  /** Ask; when the answer is unknown, fail. */
  STRICT,
  /** Do not ask. */
  OFF;

  /**
   * Reads the parameter.
   *
   * @throws UserMistakeException for anything but {@code lenient}, {@code strict} and {@code off}
   */
  public static Verification parse(String text) throws UserMistakeException {
    for (var each : values()) {
      if (each.toString().equals(text)) {
        return each;
      }
    }
    throw new UserMistakeException(
        "The parameter 'verify' is '"
            + SafeText.oneLine(text)
            + "', but it takes 'lenient', 'strict' or 'off'. Correct it in the POM or in"
            + " -Dnetnut.verify.");
  }

  /** The word that the parameter takes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
