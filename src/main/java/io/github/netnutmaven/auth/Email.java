package io.github.netnutmaven.auth;

import java.util.regex.Pattern;

/** Shortens an e-mail: enough to recognise an account, not enough to write to it. */
public final class Email {
  /** Fewer characters than an e-mail may have: others are more likely in a password. */
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9])[A-Za-z0-9._%+-]*@((?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,63})");

  private static final int MAX_LENGTH = 254;

  private Email() {}

  /**
   * The first letter and the domain, {@code d***@example.com}; only {@code ***} if it does not look
   * like an e-mail, because people swap e-mail and password.
   */
  public static String shortened(String email) {
    var form = FORM.matcher(email);
    return email.length() <= MAX_LENGTH && form.matches()
        ? form.group(1) + "***@" + form.group(2)
        : "***";
  }
}
