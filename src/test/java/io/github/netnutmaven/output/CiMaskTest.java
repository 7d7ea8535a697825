package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiMaskTest {
  private static String command(Map<String, String> environment, String token) throws IOException {
    var output = new ByteArrayOutputStream();
    var mask = CiMask.of(environment::get);
    if (mask.isPresent()) {
      // The server has to see the command before the token is printed, so it may not stay here.
      var buffered = new BufferedOutputStream(output);
      mask.get().write(new AccessToken(token, null, AccessToken.Source.LOGIN), buffered);
    }
    return output.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void github_and_azure_get_their_command_on_a_separate_line() throws IOException {
    assertThat(command(Map.of("GITHUB_ACTIONS", "true"), "fake-token"))
        .isEqualTo("\n::add-mask::fake-token\n");
    assertThat(command(Map.of("TF_BUILD", "True"), "fake-token"))
        .isEqualTo("\n##vso[task.setsecret]fake-token\n");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, false",
    "GITHUB_ACTIONS, ''",
    "TF_BUILD, False",
    "GITLAB_CI, true",
    "JENKINS_URL, https://ci.example.com",
    "CI, true",
  })
  void other_ci_servers_get_no_command(String variable, String value) throws IOException {
    assertThat(command(Map.of(variable, value), "fake-token")).isEmpty();
  }

  @Test
  void a_percent_sign_is_escaped_as_the_server_reads_it() throws IOException {
    assertThat(command(Map.of("GITHUB_ACTIONS", "true"), "fake%0Atoken"))
        .isEqualTo("\n::add-mask::fake%250Atoken\n");
    assertThat(command(Map.of("TF_BUILD", "True"), "fake%0Atoken"))
        .isEqualTo("\n##vso[task.setsecret]fake%AZP250Atoken\n");
  }
}
