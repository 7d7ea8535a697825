package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.output.CiMask;
import io.github.netnutmaven.output.OutputFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** Hands a token on: hidden by the CI server first, then in properties and files. */
public final class TokenOutputs {
  private static final String MASKED = "masked";

  private final MavenSession session;
  private final @Nullable TokenProperty property;
  private final boolean everywhere;
  private final List<OutputFile> files;
  private final Optional<CiMask> mask;
  private final Consumer<String> warn;
  private final WrittenFiles written;

  /**
   * @param property the property that receives it, if any
   * @param everywhere whether every module gets the property, or this goal's alone
   * @param files what the user wants written
   * @param mask how the CI server is told to hide the token, if it is to be told
   * @throws UserMistakeException when the token would be nowhere
   */
  public TokenOutputs(
      MavenSession session,
      @Nullable TokenProperty property,
      boolean everywhere,
      List<OutputFile> files,
      Optional<CiMask> mask,
      Consumer<String> warn)
      throws UserMistakeException {
    if (property == null && files.isEmpty()) {
      throw new UserMistakeException(
          "With visibility=none the token is in no property, so that nobody would have it. Set"
              + " tokenFile or envFile, too, or another visibility.");
    }
    this.session = session;
    this.property = property;
    this.everywhere = everywhere;
    this.files = files;
    this.mask = mask;
    this.warn = warn;
    this.written = new WrittenFiles(session);
  }

  /**
   * Hands the token on. What this build has done already, for another module, is not done again.
   *
   * @throws UserMistakeException when a file cannot be written
   */
  public void publish(AccessToken token, ApiUrl url) throws UserMistakeException {
    if (mask.isPresent()) {
      hide(token, mask.get());
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

  private void hide(AccessToken token, CiMask command) {
    if (isDaemon()) {
      warn.accept(
          "maskInCi has no effect in a daemon, whose output the CI server does not read. Run mvn"
              + " instead of mvnd.");
    } else if (BuildState.texts(session, MASKED).add(token.value())) {
      try {
        // Not closed: it is the process's own.
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
          "Tried to write the token to the "
              + file
              + ", but it cannot be written: "
              + FileFault.reason(e)
              + ". Fix that, or choose another file.");
    }
  }
}
