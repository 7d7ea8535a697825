package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.state.BuildState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPropertyTest {
  private static final AccessToken TOKEN =
      new AccessToken("fake-1", Instant.parse("2026-11-25T12:00:00Z"), AccessToken.Source.LOGIN);

  private final List<String> warnings = new ArrayList<>();
  private final Properties project = new Properties();
  private final TokenProperty property =
      new TokenProperty(
          new BuildState(new ConcurrentHashMap<>()),
          "my.token",
          message -> warnings.add(message.toString()));

  private void expose(AccessToken token, boolean isHidden, Properties module) {
    property.expose(token, ApiUrl.DEFAULT, true, isHidden, modules(module));
  }

  private static Modules modules(Properties... modules) {
    return new FixedModules(List.of(), List.of(modules));
  }

  private record FixedModules(List<Properties> typedProperties, List<Properties> all)
      implements Modules {
    @Override
    public String current() {
      return "module";
    }

    @Override
    public List<Properties> properties(boolean everywhere) {
      return all;
    }
  }

  @Test
  void the_properties_are_the_token_its_expiry_its_source_and_its_api() {
    expose(TOKEN, false, project);

    assertThat(project)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "my.token", "fake-1",
                "my.token.expiresAt", "2026-11-25T12:00:00Z",
                "my.token.source", "login",
                "my.token.apiUrl", ApiUrl.DEFAULT.toString()));
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_new_token_replaces_all_properties_of_the_old_one() {
    expose(TOKEN, false, project);
    expose(new AccessToken("fake-2", null, AccessToken.Source.ENVIRONMENT), false, project);

    assertThat(project)
        .containsEntry("my.token", "fake-2")
        .containsEntry("my.token.source", "environment")
        .doesNotContainKey("my.token.expiresAt");
    assertThat(warnings).isEmpty();
  }

  @Test
  void properties_are_not_written_again_for_the_same_token() {
    var written = new ArrayList<String>();
    var counting =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object name, Object value) {
            written.add(name.toString());
            return super.put(name, value);
          }

          @Override
          public synchronized Object remove(Object name) {
            written.add("no " + name);
            return super.remove(name);
          }
        };
    expose(TOKEN, false, counting);
    assertThat(written).contains("my.token", "my.token.source");

    written.clear();
    expose(TOKEN, false, counting);
    assertThat(written).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "my.token, false, 1",
    "my.token, true, 0",
    "my.token.source, true, 1",
    "my.token.apiUrl, false, 1",
  })
  void a_property_in_the_pom_is_a_warning_if_it_hides_one_of_them(
      String inPom, boolean isHidden, int expected) {
    project.setProperty(inPom, "from-the-pom");
    expose(TOKEN, isHidden, project);

    assertThat(warnings)
        .hasSize(expected)
        .allMatch(warning -> warning.startsWith("A <" + inPom + "> in the POM hides"));
  }

  @Test
  void a_property_from_the_command_line_that_hides_one_of_them_is_a_warning() {
    var typed = new Properties();
    typed.setProperty("my.token.source", "typed");
    var started = new Properties();
    started.setProperty("my.token", "set");
    property.expose(
        TOKEN, ApiUrl.DEFAULT, true, false, new FixedModules(List.of(typed, started), List.of()));

    assertThat(warnings)
        .hasSize(2)
        .anyMatch(w -> w.startsWith("-Dmy.token hides"))
        .anyMatch(w -> w.startsWith("-Dmy.token.source hides"));
  }

  @Test
  void withdrawing_removes_only_properties_with_one_of_the_tokens() {
    var other = new Properties();
    other.setProperty("my.token", "from-the-pom");
    expose(TOKEN, false, project);

    var tokens = Set.of(TOKEN.value());
    assertThat(property.remove(Set.of(), modules(project, other))).isFalse();
    assertThat(property.remove(tokens, modules(project, other))).isTrue();
    assertThat(project).isEmpty();
    assertThat(other).hasSize(1);
    assertThat(property.remove(tokens, modules(project, other))).isFalse();
  }
}
