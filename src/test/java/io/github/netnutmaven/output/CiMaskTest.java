package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiMaskTest {
  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS, true, '\n::add-mask::fake%250Atoken\n'",
    "TF_BUILD, True, '\n##vso[task.setsecret]fake%AZP250Atoken\n'",
  })
  void a_server_that_can_mask_gets_its_command_on_a_separate_line_with_an_escaped_percent_sign(
      String variable, String value, String command) throws Exception {
    var output = new ByteArrayOutputStream();
    // The server has to see the command before the token is printed, so it may not stay here.
    var buffered = new BufferedOutputStream(output);
    CiMask.of(Map.of(variable, value)::get)
        .orElseThrow()
        .write(new AccessToken("fake%0Atoken", null, AccessToken.Source.LOGIN), buffered);

    assertThat(output.toString(StandardCharsets.US_ASCII)).isEqualTo(command);
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
  void other_ci_servers_get_no_command(String variable, String value) {
    assertThat(CiMask.of(Map.of(variable, value)::get)).isEmpty();
  }
}
