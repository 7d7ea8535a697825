package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file that contains the token and nothing else, not even a newline. */
public record TokenFile(Path path) implements OutputFile {
  @Override
  public void write(AccessToken token, ApiUrl url) throws IOException {
    OwnerOnlyFile.write(path, token.value().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public boolean withdraw() throws IOException {
    return OwnerOnlyFile.remove(path);
  }

  @Override
  public String toString() {
    return "tokenFile " + path;
  }
}
