package io.github.netnutmaven.testkit;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;

/** An account with a fixed password. */
public class FixedAccount implements AccountSource {
  private final String email;
  private final String password;

  /** Takes the e-mail address and the password as they are. */
  public FixedAccount(String email, String password) {
    this.email = email;
    this.password = password;
  }

  @Override
  public String email() {
    return email;
  }

  @Override
  public Credentials credentials(Deadline deadline) {
    return new Credentials(email, password, "a test");
  }

  @Override
  public String passwordStorage() {
    return "in a test";
  }
}
