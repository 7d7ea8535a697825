package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.AccountSource;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.Console;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/** An account that a person types when a login is due. */
public final class PromptedAccount implements AccountSource {
  private final Console console;
  private final ApiAddress address;
  private final SystemTiming timing;

  private PromptedAccount(Console console, ApiAddress address, SystemTiming timing) {
    this.console = console;
    this.address = address;
    this.timing = timing;
  }

  /**
   * The person who typed this goal; null without one who is at a terminal, whom Maven may ask, and
   * who has not provided a token.
   */
  public static @Nullable AccountSource of(Build build, ApiAddress address)
      throws UserMistakeException {
    var session = build.session();
    if (session.isOffline()
        || build.goal().getSource() != MojoExecution.Source.CLI
        || !session.getRequest().isInteractiveMode()
        || build.environment().token().isPresent()) {
      return null;
    }
    return Optional.ofNullable(System.console())
        .filter(PromptedAccount::isTerminal)
        .map(console -> new PromptedAccount(console, address, build.timing()))
        .orElse(null);
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      // Before Java 22 there is no console without a terminal.
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Why nobody was asked, to be added to a message; empty if no login was typed. */
  public static Message whyNoPrompt(Build build) {
    var goal = build.goal();
    if (!goal.getGoal().equals("login") || goal.getSource() != MojoExecution.Source.CLI) {
      return Message.of("");
    }
    if (build.isInDaemon()) {
      return Message.of(
          " Nobody was asked for an account: mvnd has no terminal for it. Run mvn netnut:login once;"
              + " mvnd then uses the cached token.");
    }
    return build.session().getRequest().isInteractiveMode()
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
    var email = timing.untimed(() -> console.readLine("%s", question));
    requireTyped(email, "e-mail");
    var password =
        timing.untimed(() -> console.readPassword("%s", "Password of " + email.strip() + ": "));
    var text = password == null ? "" : new String(password);
    requireTyped(text, "password");
    return new Credentials(email.strip(), text, "what you typed");
  }

  @Override
  public String passwordStorage() {
    return "not stored, typed when it is needed";
  }

  private static void requireTyped(@Nullable String text, String what) throws UserMistakeException {
    if (text == null || text.isBlank()) {
      throw new UserMistakeException(
          "Asked for the account's {}, but nothing was typed. Try again.", what);
    }
  }
}
