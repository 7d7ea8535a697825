package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.state.BuildState;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Publishes a token: has the CI server mask it first, then puts it into files and a property. */
public final class TokenOutputs {
  private final BuildState state;
  private final OutputParameters parameters;
  private final Modules modules;
  private final String execution;
  private final Consumer<Message> warn;
  private final List<OutputFile> files = new ArrayList<>();
  private boolean isShadowed;

  /**
   * @param execution the id of the goal's execution
   * @param warn receives what the user should act on
   * @throws UserMistakeException when nothing receives the token, or both files are the same
   */
  public TokenOutputs(
      BuildState state,
      OutputParameters parameters,
      Modules modules,
      String execution,
      Consumer<Message> warn)
      throws UserMistakeException {
    this.state = state;
    this.parameters = parameters;
    this.modules = modules;
    this.execution = execution;
    this.warn = warn;
    // First the one that not every token is fit for: then nothing is written.
    if (parameters.envFile() != null) {
      files.add(new EnvFile(parameters.envFile(), parameters.envVariable()));
    }
    if (parameters.tokenFile() != null) {
      files.add(new TokenFile(parameters.tokenFile()));
    }
    if (parameters.tokenFile() != null && parameters.tokenFile().equals(parameters.envFile())) {
      throw new UserMistakeException(
          "The parameters tokenFile and envFile are the same file, {}, but the first holds the bare"
              + " token alone. Give each a separate file.",
          parameters.tokenFile());
    }
    if (parameters.isHidden() && files.isEmpty()) {
      throw new UserMistakeException(
          "With visibility=none the token is in no property. Set tokenFile or envFile, too, or"
              + " another visibility.");
    }
  }

  /**
   * Publishes the token. What this build has done already for another module is not repeated.
   *
   * @param account the account that the token was asked for
   * @throws UserMistakeException when a file cannot be written, or the token is not fit for it
   */
  public void publish(AccessToken token, Account account) throws UserMistakeException {
    if (parameters.mask() != null) {
      mask(token, parameters.mask());
    }
    for (var file : files) {
      warnOfOther(
          file instanceof EnvFile env ? env.variable() + " in " + env : file.toString(), account);
      write(token, account.url(), file);
    }
    if (!parameters.isHidden()) {
      var module = parameters.everywhere() ? "every module" : modules.current();
      warnOfOther("tokenProperty " + parameters.property() + " of " + module, account);
    }
    isShadowed =
        new TokenProperty(state, parameters.property(), warn)
            .expose(token, account.url(), parameters.everywhere(), parameters.isHidden(), modules);
  }

  /**
   * Removes from the files what a login would have replaced, so that later goals do not use a token
   * of an earlier build.
   *
   * @return the files that had one, as a message says it; empty if none had
   */
  public String withdraw() {
    var places = new ArrayList<String>();
    for (var file : files) {
      try {
        if (new WrittenFiles(state).withdraw(file)) {
          places.add(file.path().toString());
        }
      } catch (IOException e) {
        warn.accept(
            Message.of(
                "Tried to remove an earlier token from the {}, but it cannot be written: {}. Remove"
                    + " it by hand.",
                file,
                FileFault.reason(e)));
      }
    }
    return String.join(" and ", places);
  }

  private void warnOfOther(String place, Account account) {
    var owner = account.url() + " " + account.email();
    var first = state.writers().putIfAbsent(place, List.of(owner, execution));
    if (first != null && !first.get(0).equals(owner)) {
      warn.accept(
          Message.of(
              "The executions '{}' and '{}' of netnut:login use different accounts, but write to the"
                  + " same place, the {}: later goals get the token of the one that ran last. Give"
                  + " each a separate place.",
              first.get(1),
              execution,
              place));
    }
  }

  /** Where the token is now, as a message says it. */
  public String places() {
    var places = new ArrayList<String>();
    if (!parameters.isHidden()) {
      var reference = "${" + parameters.property() + "}";
      places.add(isShadowed ? "no property, as " + reference + " is taken" : reference);
    }
    for (var file : files) {
      places.add(file.path().toString());
    }
    return String.join(" and ", places);
  }

  private void mask(AccessToken token, CiMask command) {
    if (state.maskedTokens().add(token.value())) {
      try {
        // Not closed: it belongs to the process.
        command.write(token, new FileOutputStream(FileDescriptor.out));
      } catch (IOException e) {
        warn.accept(
            Message.of("Tried to tell the CI server to mask the token, but its output is closed."));
      }
    }
  }

  private void write(AccessToken token, ApiUrl url, OutputFile file) throws UserMistakeException {
    try {
      new WrittenFiles(state).write(token, url, file);
    } catch (IOException e) {
      throw new UserMistakeException(
          "Tried to write the token to the {}, but it cannot be written: {}. Fix that, or choose"
              + " another file.",
          file,
          FileFault.reason(e));
    }
  }
}
