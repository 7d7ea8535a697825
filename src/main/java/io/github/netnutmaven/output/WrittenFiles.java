package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.state.BuildState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
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
    var inFile = tokensIn(file);
    synchronized (inFile) {
      if (inFile.contains(token.value()) && isThere(file)) {
        return;
      }
      file.write(token, url);
      inFile.clear();
      inFile.add(token.value());
      if (file instanceof EnvFile env) {
        state.variablesIn(path(file)).add(env.variable());
      }
      state.writtenFiles().add(path(file));
    }
  }

  /**
   * Removes these tokens from all of them.
   *
   * @return whether there was any
   */
  public boolean remove(Set<String> tokens) throws IOException {
    boolean any = false;
    for (var path : List.copyOf(state.writtenFiles())) {
      for (var variable : state.variablesIn(path)) {
        any |= remove(tokens, new EnvFile(Path.of(path), variable));
      }
      any |= remove(tokens, new TokenFile(Path.of(path)));
    }
    return any;
  }

  /**
   * Removes the token from a file, whichever build wrote it.
   *
   * @return whether there was any
   */
  boolean withdraw(OutputFile file) throws IOException {
    var inFile = tokensIn(file);
    synchronized (inFile) {
      inFile.clear();
      return file.withdraw();
    }
  }

  private boolean remove(Set<String> tokens, OutputFile file) throws IOException {
    var inFile = tokensIn(file);
    synchronized (inFile) {
      if (Collections.disjoint(inFile, tokens)) {
        return false;
      }
      file.withdraw();
      inFile.clear();
      return true;
    }
  }

  private static boolean isThere(OutputFile file) {
    return Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS);
  }

  private Set<String> tokensIn(OutputFile file) {
    var place = file instanceof EnvFile env ? env.variable() + " of " : "";
    return state.tokensIn(place + path(file));
  }

  private static String path(OutputFile file) {
    return file.path().toAbsolutePath().normalize().toString();
  }
}
