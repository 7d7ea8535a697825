package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheChoiceTest {
  @ParameterizedTest
  @CsvSource({
    "CI, true, false",
    "CI, 1, false",
    "CI, false, true",
    "CI, False, true",
    "CI, '', true",
    "JENKINS_URL, https://ci.example.com, false",
    "TF_BUILD, True, false",
    "TEAMCITY_VERSION, 2026.1, false",
    "GITHUB_ACTIONS, true, false",
    "GITLAB_CI, true, false",
    "BUILDKITE, true, false",
    "bamboo_buildKey, A-B, false",
    "EDITOR, vi, true",
  })
  void auto_is_off_where_a_ci_server_is_recognised(String name, String value, boolean isOn) {
    var environment = Map.of(name, value);

    assertThat(CacheChoice.AUTO.isOn(environment::get)).isEqualTo(isOn);
    assertThat(CacheChoice.ON.isOn(environment::get)).isTrue();
    assertThat(CacheChoice.OFF.isOn(environment::get)).isFalse();
  }
}
