package io.github.netnutmaven.sandbox;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;

/** The account of this build's sandbox. */
public final class SandboxAccount implements AccountSource {
  @Override
  public String email() {
    return Sandbox.EMAIL;
  }

  @Override
  public Credentials credentials(Deadline deadline) {
    return new Credentials(Sandbox.EMAIL, Sandbox.PASSWORD, toString());
  }

  @Override
  public String passwordStorage() {
    return "public";
  }

  @Override
  public String toString() {
    return "the sandbox";
  }
}
