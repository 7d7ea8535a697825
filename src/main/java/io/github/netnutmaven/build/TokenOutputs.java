package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.output.CiMask;
import io.github.netnutmaven.output.EnvFile;
import io.github.netnutmaven.output.OutputFile;
import io.github.netnutmaven.output.TokenFile;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Publishes a token: has the CI server mask it first, then puts it into files and a property. */
public final class TokenOutputs {
  private final MavenSession session;
  private final @Nullable TokenProperty property;
  private final boolean everywhere;
  private final List<OutputFile> files = new ArrayList<>();
  private final @Nullable CiMask mask;
  private final Consumer<String> warn;
  private final WrittenFiles written;

  /**
   * Publishes nothing yet.
   *
   * @param property the name of the property that receives the token, if any
   * @param everywhere whether every module gets the property, or this goal's only
   * @param tokenFile the file that receives the bare token, if any
   * @param envFile the file that receives it as a variable, if any
   * @param mask the CI server's command to mask the token, if it is wanted
   * @param warn receives what the user should act on
   * @throws UserMistakeException when nothing receives the token
   */
  public TokenOutputs(
      MavenSession session,
      @Nullable String property,
      boolean everywhere,
      @Nullable File tokenFile,
      @Nullable File envFile,
      @Nullable CiMask mask,
      Consumer<String> warn)
      throws UserMistakeException {
    this.session = session;
    this.property = property == null ? null : new TokenProperty(session, property, warn);
    this.everywhere = everywhere;
    this.mask = mask;
    this.warn = warn;
    this.written = new WrittenFiles(session);
    if (tokenFile != null) {
      files.add(new TokenFile(tokenFile.toPath()));
    }
    if (envFile != null) {
      files.add(new EnvFile(envFile.toPath()));
    }
    if (property == null && files.isEmpty()) {
      throw new UserMistakeException(
          "With visibility=none the token is in no property. Set tokenFile or envFile, too, or"
              + " another visibility.");
    }
  }

  /**
   * Publishes the token. What this build has done already for another module is not repeated.
   *
   * @throws UserMistakeException when a file cannot be written
   */
  public void publish(AccessToken token, ApiUrl url) throws UserMistakeException {
    if (mask != null) {
      mask(token, mask);
    }
    for (var file : files) {
      write(token, file);
    }
    if (property != null) {
      property.expose(token, url, everywhere);
    }
  }

  /** Where the token is, as a message says it. */
  public String places() {
    var places = new ArrayList<String>();
    if (property != null) {
      places.add("${" + property.name() + "}");
    }
    for (var file : files) {
      places.add(file.path().toString());
    }
    return String.join(" and ", places);
  }

  private void mask(AccessToken token, CiMask command) {
    if (isDaemon()) {
      warn.accept(
          "maskInCi has no effect in a daemon, whose output the CI server does not read. Run mvn"
              + " instead of mvnd.");
    } else if (BuildState.of(session).maskedTokens().add(token.value())) {
      try {
        // Not closed: it belongs to the process.
        command.write(token, new FileOutputStream(FileDescriptor.out));
      } catch (IOException e) {
        warn.accept("Tried to tell the CI server to mask the token, but its output is closed.");
      }
    }
  }

  private boolean isDaemon() {
    return session.getSystemProperties().stringPropertyNames().stream()
        .anyMatch(name -> name.startsWith("mvnd."));
  }

  private void write(AccessToken token, OutputFile file) throws UserMistakeException {
    try {
      written.write(token, file);
    } catch (IOException e) {
      throw new UserMistakeException(
          "Tried to write the token to the {}, but it cannot be written: {}. Fix that, or choose"
              + " another file.",
          file,
          FileFault.reason(e));
    }
  }
}
