package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/** An account that a person types when a login is due. */
public final class PromptedAccount implements AccountSource {
  private final Terminal terminal;
  private final ApiAddress address;
  private final SystemTiming timing;

  private PromptedAccount(Terminal terminal, ApiAddress address, SystemTiming timing) {
    this.terminal = terminal;
    this.address = address;
    this.timing = timing;
  }

  /**
   * The person who typed this goal; null without one at a terminal.
   *
   * @param address where the password goes, for the question
   * @param timing does not count the time in which the person types
   */
  public static @Nullable PromptedAccount of(
      MavenSession session, MojoExecution goal, ApiAddress address, SystemTiming timing) {
    var terminal = Terminal.of(session, goal);
    return terminal == null ? null : new PromptedAccount(terminal, address, timing);
  }

  /** Why nobody was asked, to be added to a message; empty if no login was typed. */
  public static Message whyNobody(MavenSession session, MojoExecution goal) {
    if (!goal.getGoal().equals("login") || goal.getSource() != MojoExecution.Source.CLI) {
      return Message.of("");
    }
    if (Daemon.runs(session)) {
      return Message.of(
          " Nobody was asked for an account: mvnd has no terminal for it. Run mvn netnut:login once;"
              + " mvnd then uses the cached token.");
    }
    return session.getRequest().isInteractiveMode()
        ? Message.of(" Nobody was asked for an account: there is no terminal.")
        : Message.of(" Nobody was asked for an account: Maven runs in batch mode (-B).");
  }

  /** None: the token belongs to the account that this person types. */
  @Override
  public @Nullable String email() {
    return null;
  }

  @Override
  public Credentials credentials(Deadline deadline) throws UserMistakeException {
    var question = Message.of("NetNut account (e-mail) for {}: ", address);
    var email = timing.untimed(() -> terminal.ask(question.toString()));
    requireTyped(email, "e-mail");
    var password = timing.untimed(() -> terminal.askSecretly("Password of " + email + ": "));
    requireTyped(password, "password");
    return new Credentials(email, password, "what you typed");
  }

  @Override
  public String passwordStorage() {
    return "not stored, typed when it is needed";
  }

  private static void requireTyped(String text, String what) throws UserMistakeException {
    if (text.isBlank()) {
      throw new UserMistakeException(
          "Asked for the account's {}, but nothing was typed. Try again.", what);
    }
  }
}
