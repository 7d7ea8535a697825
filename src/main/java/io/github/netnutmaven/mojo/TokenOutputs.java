package io.github.netnutmaven.mojo;

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

/** Hands a token on: hidden by the CI server first, then in properties and files. */
final class TokenOutputs {
  private static final String MASKED = "masked";

  private final MavenSession session;
  private final Visibility visibility;
  private final TokenProperty property;
  private final List<OutputFile> files;
  private final Optional<CiMask> mask;
  private final Consumer<String> warn;
  private final WrittenFiles written;

  /**
   * @param files what the user wants written
   * @param mask how the CI server is told to hide the token, if it is to be told
   * @throws UserMistakeException when the token would be nowhere
   */
  TokenOutputs(
      MavenSession session,
      Visibility visibility,
      TokenProperty property,
      List<OutputFile> files,
      Optional<CiMask> mask,
      Consumer<String> warn)
      throws UserMistakeException {
    if (visibility == Visibility.NONE && files.isEmpty()) {
      throw new UserMistakeException(
          "With visibility=none the token is in no property, so that nobody would have it. Set"
              + " tokenFile or envFile, too, or another visibility.");
    }
    this.session = session;
    this.visibility = visibility;
    this.property = property;
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
  void publish(AccessToken token, ApiUrl url) throws UserMistakeException {
    if (mask.isPresent()) {
      hide(token, mask.get());
    }
    for (var file : files) {
      write(token, file);
    }
    if (visibility != Visibility.NONE) {
      property.expose(token, url, visibility == Visibility.REACTOR);
    }
  }

  /** Where the token is, as a message says it. */
  String places() {
    var places = new ArrayList<String>();
    if (visibility != Visibility.NONE) {
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
    } else if (BuildData.texts(session, MASKED).add(token.value())) {
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
