package io.github.netnutmaven.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CannedResponsesTest {
  @TempDir private Path directory;

  private CannedResponses responses;

  @BeforeEach
  void a_directory() throws IOException {
    responses = new CannedResponses(() -> List.of(directory.resolve("none"), directory));
    write("GET/customer/usage/myusage.json", "{\"used\":1}");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(directory.resolve(file).getParent());
    Files.writeString(directory.resolve(file), text);
  }

  private String get(String path) throws IOException {
    var response = responses.find("GET", path, true);
    return response.status() + " " + response.body();
  }

  @Test
  void a_file_is_read_at_each_call_and_one_with_a_status_comes_first() throws IOException {
    write("GET/customer/usage/myusage.503.json", "{}");
    assertThat(get("customer/usage/myusage")).isEqualTo("503 {}");

    Files.delete(directory.resolve("GET/customer/usage/myusage.503.json"));
    write("GET/customer/usage/myusage.json", "{\"used\":2}");
    assertThat(get("customer/usage/myusage/")).isEqualTo("200 {\"used\":2}");
  }

  @Test
  void another_path_is_not_found_and_names_the_file_that_would_respond() throws IOException {
    assertThat(get("customer/usage"))
        .isEqualTo(
            "404 {\"success\":false,\"message\":\"Not found: put the response into "
                + directory.resolve("none")
                + "/GET/customer/usage.json\"}");
    assertThat(get("customer/usage/myusage.503")).startsWith("404 ");
    assertThat(responses.find("POST", "customer/usage/myusage", true).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../GET/customer/usage/myusage",
        "customer/../customer/usage/myusage",
        "customer/./usage/myusage",
        "customer//usage/myusage",
        "/customer/usage/myusage",
        "customer/%2e%2e/secret",
        "customer\\usage",
        "c:/customer",
        "..",
        "",
      })
  void a_path_that_leads_elsewhere_is_refused(String path) throws IOException {
    assertThat(get(path)).startsWith("404 ").contains("no file can respond to such a path");
  }

  @Test
  void a_link_is_refused_as_a_file_and_as_a_directory() throws IOException {
    write("elsewhere/secret.json", "{}");
    Files.createSymbolicLink(
        directory.resolve("GET/secret.json"), directory.resolve("elsewhere/secret.json"));
    Files.createSymbolicLink(directory.resolve("GET/linked"), directory.resolve("elsewhere"));

    assertThat(get("secret")).startsWith("404 ").contains("is a link");
    assertThat(get("linked/secret")).startsWith("404 ").contains("is a link");
  }
}
