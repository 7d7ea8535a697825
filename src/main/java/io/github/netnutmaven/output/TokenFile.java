package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A file that contains the token and nothing else, not even a newline. */
public record TokenFile(Path path) implements OutputFile {
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
