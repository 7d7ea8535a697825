package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildCacheTest {
  private static BuildCache cache(Properties system, Map<String, String> environment) {
    return new BuildCache(
        system, environment::get, directory -> false, CacheFixture.TIMING, line -> {});
  }

  private static String directory(Map<String, String> properties, Map<String, String> environment) {
    var system = new Properties();
    system.putAll(properties);
    return String.valueOf(cache(system, environment).byDefault());
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, /home/me, NONE, x, /home/me/.cache/netnut-maven-plugin",
    "Linux, /home/me, XDG_CACHE_HOME, /c, /c/netnut-maven-plugin",
    "Linux, /home/me, XDG_CACHE_HOME, relative, /home/me/.cache/netnut-maven-plugin",
    "Linux, /home/me, XDG_CACHE_HOME, ' ', /home/me/.cache/netnut-maven-plugin",
    "Mac OS X, /Users/me, XDG_CACHE_HOME, /c, /Users/me/Library/Caches/netnut-maven-plugin",
    "Windows 11, /me, LOCALAPPDATA, /local, /local/netnut-maven-plugin",
    "Windows 11, /me, NONE, x, null",
  })
  void the_default_directory_is_the_one_of_the_platform(
      String system, String home, String variable, String value, String directory) {
    assertThat(directory(Map.of("os.name", system, "user.home", home), Map.of(variable, value)))
        .isEqualTo(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "/srv/project/?", "/home/a\0b"})
  void a_user_unknown_to_the_system_never_gets_the_working_directory(
      String unknownHome, @TempDir Path home) {
    var unknown = Map.of("os.name", "Linux", "user.home", unknownHome);
    assertThat(directory(unknown, Map.of())).isEqualTo("null");
    assertThat(directory(unknown, Map.of("HOME", "?"))).isEqualTo("null");
    assertThat(directory(unknown, Map.of("HOME", "/home/a\0b"))).isEqualTo("null");
    assertThat(directory(unknown, Map.of("HOME", home + "/no/such/directory"))).isEqualTo("null");
    assertThat(directory(unknown, Map.of("HOME", home.toString())))
        .isEqualTo(home + "/.cache/netnut-maven-plugin");
    assertThat(directory(Map.of(), Map.of())).isEqualTo("null");
  }

  @Test
  void a_directory_can_be_configured_beside_a_home_that_java_cannot_use(@TempDir Path directory) {
    var system = new Properties();
    system.setProperty("user.home", "/home/a\0b");
    assertThat(cache(system, Map.of()).in(directory)).hasToString(directory.toString());
  }
}
