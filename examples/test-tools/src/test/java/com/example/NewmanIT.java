package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs a collection of Postman if Newman is installed: {@code npm install --global newman}. */
class NewmanIT {
  @Test
  void the_api_accepts_the_token_in_the_collection() throws Exception {
    // Newman gets the token in a file: arguments such as --env-var are visible to everybody.
    var json =
        """
        {"values": [{"key": "apiUrl", "value": "%s"}, {"key": "token", "value": "%s"}]}
        """
            .formatted(Build.apiUrl(), Build.token());
    assumeTrue(isInstalled("newman"));

    var owner = PosixFilePermissions.fromString("rw-------");
    var environment =
        Files.createTempFile("newman", ".json", PosixFilePermissions.asFileAttribute(owner));
    try {
      Files.writeString(environment, json);
      var collection = Path.of(NewmanIT.class.getResource("/collection.json").toURI());
      var newman =
          new ProcessBuilder(
                  "newman", "run", collection.toString(), "--environment", environment.toString())
              .redirectErrorStream(true)
              .start();
      System.out.println(new String(newman.getInputStream().readAllBytes()));
      assertEquals(0, newman.waitFor());
    } finally {
      Files.delete(environment);
    }
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
