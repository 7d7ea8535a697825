package io.github.netnutmaven.auth;

/** How an account is shown: enough to recognise one's own, not enough to be written to. */
public final class Email {
  private Email() {}

  /**
   * The first letter and the domain, {@code d…@example.com}; for what is no address, {@code d…}.
   */
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
