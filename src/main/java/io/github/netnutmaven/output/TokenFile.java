package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file that holds the bare token and nothing else, no newline either. */
public final class TokenFile implements OutputFile {
  private final Path path;

  /** Writes nothing yet. */
  public TokenFile(Path path) {
    this.path = path;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public void write(AccessToken token) throws IOException {
    OwnerOnlyFile.write(path, token.value().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void withdraw() throws IOException {
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(path);
    }
  }

  @Override
  public String toString() {
    return "tokenFile " + path;
  }
}
