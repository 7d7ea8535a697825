package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
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
    "TF_BUILD, True, false",
    "TEAMCITY_VERSION, 2026.1, false",
    "CODEBUILD_BUILD_ID, a:b, false",
    "bamboo_buildKey, A-B, false",
    "GO_PIPELINE_NAME, build, false",
    "EDITOR, vi, true",
  })
  void auto_is_off_where_a_ci_server_is_recognised(String name, String value, boolean isOn) {
    var environment = Map.of(name, value);

    assertThat(CacheChoice.AUTO.whyOff(environment::get, true))
        .isEqualTo(isOn ? null : "of the CI server's variable " + name);
    assertThat(CacheChoice.ON.whyOff(environment::get, false)).isNull();
    assertThat(CacheChoice.OFF.whyOff(environment::get, true)).isEqualTo("of cache=off");
  }

  @Test
  void auto_is_off_where_maven_is_not_interactive() {
    assertThat(CacheChoice.AUTO.whyOff(name -> null, false))
        .isEqualTo("Maven is not interactive (-B)");
    assertThat(CacheChoice.AUTO.whyOff(name -> null, true)).isNull();
  }
}
