package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultCacheDirectoryTest {
  @TempDir Path home;

  private static String place(Map<String, String> properties, Map<String, String> environment) {
    return String.valueOf(new DefaultCacheDirectory(properties::get, environment::get).find());
  }

  @Test
  void the_default_directory_is_the_one_of_the_platform() {
    var linux = Map.of("os.name", "Linux", "user.home", "/home/me");
    assertThat(place(linux, Map.of())).isEqualTo("/home/me/.cache/netnut-maven-plugin");
    assertThat(place(linux, Map.of("XDG_CACHE_HOME", "/c"))).isEqualTo("/c/netnut-maven-plugin");
    assertThat(place(linux, Map.of("XDG_CACHE_HOME", "relative")))
        .isEqualTo("/home/me/.cache/netnut-maven-plugin");
    assertThat(place(linux, Map.of("XDG_CACHE_HOME", " ")))
        .isEqualTo("/home/me/.cache/netnut-maven-plugin");
    assertThat(place(Map.of("os.name", "Mac OS X", "user.home", "/Users/me"), Map.of()))
        .isEqualTo("/Users/me/Library/Caches/netnut-maven-plugin");
    assertThat(place(Map.of("os.name", "Windows 11"), Map.of("LOCALAPPDATA", "/local")))
        .isEqualTo("/local/netnut-maven-plugin");
    assertThat(place(Map.of("os.name", "Windows 11", "user.home", "/me"), Map.of()))
        .isEqualTo("null");
  }

  @Test
  void a_user_unknown_to_the_system_never_gets_the_working_directory() {
    var unknown = Map.of("os.name", "Linux", "user.home", "?");
    assertThat(place(unknown, Map.of())).isEqualTo("null");
    assertThat(place(unknown, Map.of("HOME", "?"))).isEqualTo("null");
    assertThat(place(unknown, Map.of("HOME", home + "/no/such/folder"))).isEqualTo("null");
    assertThat(place(unknown, Map.of("HOME", home.toString())))
        .isEqualTo(home + "/.cache/netnut-maven-plugin");
    assertThat(place(Map.of(), Map.of())).isEqualTo("null");
  }
}
