package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "CI, true, OFF",
    "CI, 1, OFF",
    "CI, false, ON",
    "CI, False, ON",
    "CI, '', ON",
    "JENKINS_URL, https://ci.example.com, OFF",
    "TF_BUILD, True, OFF",
    "TEAMCITY_VERSION, 2026.1, OFF",
    "GITHUB_ACTIONS, true, OFF",
    "GITLAB_CI, true, OFF",
    "BUILDKITE, true, OFF",
    "bamboo_buildKey, A-B, OFF",
    "EDITOR, vi, ON",
  })
  void auto_is_off_where_a_ci_server_is_recognised(String name, String value, String choice)
      throws Exception {
    var environment = Map.of(name, value);

    assertThat(CacheChoice.parse("auto", environment::get)).hasToString(choice);
    assertThat(CacheChoice.parse("on", environment::get)).isEqualTo(CacheChoice.ON);
    assertThat(CacheChoice.parse("off", environment::get)).isEqualTo(CacheChoice.OFF);
  }

  @Test
  void it_takes_three_words() {
    assertThatThrownBy(() -> CacheChoice.parse("true", name -> null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'on', 'off' or 'auto'");
  }
}
