package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.state.BuildState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The files that this build has written the token to. */
public final class WrittenFiles {
  private final BuildState state;

  /** Those of this build. */
  public WrittenFiles(BuildState state) {
    this.state = state;
  }

  /** Writes a token to a file, unless another module has written it there. */
  public void write(AccessToken token, ApiUrl url, OutputFile file)
      throws IOException, UserMistakeException {
    synchronized (state.lock()) {
      boolean isWritten =
          token.value().equals(state.tokensInFiles().get(place(file)))
              && Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS);
      if (!isWritten) {
        file.write(token, url);
        state.tokensInFiles().put(place(file), token.value());
        state.writtenFiles().add(path(file));
      }
    }
  }

  /**
   * Removes these tokens from all of them.
   *
   * @return whether there was any
   */
  public boolean remove(Set<String> tokens) throws IOException {
    boolean any = false;
    synchronized (state.lock()) {
      for (var written : state.tokensInFiles().entrySet()) {
        if (tokens.contains(written.getValue())) {
          withdraw(file(written.getKey()));
          any = true;
        }
      }
    }
    return any;
  }

  /**
   * Removes the token from a file, whichever build wrote it.
   *
   * @return whether there was any
   */
  boolean withdraw(OutputFile file) throws IOException {
    synchronized (state.lock()) {
      state.tokensInFiles().remove(place(file));
      return file.withdraw();
    }
  }

  /** Its path and its variable, if it has one. */
  private static List<String> place(OutputFile file) {
    return file instanceof EnvFile env ? List.of(path(file), env.variable()) : List.of(path(file));
  }

  private static OutputFile file(List<String> place) {
    var path = Path.of(place.get(0));
    return place.size() == 1 ? new TokenFile(path) : new EnvFile(path, place.get(1));
  }

  private static String path(OutputFile file) {
    return file.path().toAbsolutePath().normalize().toString();
  }
}
