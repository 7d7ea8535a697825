package io.github.netnutmaven.auth;

/** Shortens an e-mail: enough to recognise an account, not enough to write to it. */
public final class Email {
  private Email() {}

  /** The first letter and the domain, {@code d…@example.com}; without a domain {@code d…}. */
  public static String shortened(String email) {
    if (email.isEmpty()) {
      return "…";
    }
    var first = email.substring(0, email.offsetByCodePoints(0, 1));
    int at = email.lastIndexOf('@');
    var domain = at > 0 ? email.substring(at) : "";
    return SafeText.oneLine((at == 0 ? "" : first) + "…" + domain);
  }
}
