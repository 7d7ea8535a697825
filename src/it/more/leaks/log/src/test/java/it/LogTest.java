package it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class LogTest {
  @Test
  void logs_its_header() throws IOException {
    var credentials = "me:" + System.getenv("NETNUT_TOKEN");
    var encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    Files.writeString(Path.of("target/client.log"), ">> Authorization: Basic " + encoded + "\n");
  }
}
