package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final String PROPERTY = "netnut.apiUrl";
  private static final String VALUE = "https://api.invalid/v1";

  private final MavenSession session = mock(MavenSession.class);
  private final Properties userProperties = new Properties();
  @TempDir private Path project;

  @BeforeEach
  void a_build_in_a_project() throws IOException {
    var request = new DefaultMavenExecutionRequest();
    request.setMultiModuleProjectDirectory(project.toFile());
    lenient().doReturn(request).when(session).getRequest();
    lenient().doReturn(userProperties).when(session).getUserProperties();
    Files.createDirectory(project.resolve(".mvn"));
  }

  @Test
  void what_maven_calls_a_user_property_was_typed() throws IOException {
    userProperties.setProperty(PROPERTY, VALUE);

    assertThat(new CommandLine(session).has(PROPERTY, VALUE)).isTrue();
  }

  @Test
  void what_is_no_user_property_was_not() throws IOException {
    assertThat(new CommandLine(session).has(PROPERTY, VALUE)).isFalse();
  }

  @Test
  void a_value_from_the_pom_that_wins_over_a_typed_one_was_not() throws IOException {
    userProperties.setProperty(PROPERTY, "https://typed.invalid");

    assertThat(new CommandLine(session).has(PROPERTY, VALUE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Dnetnut.apiUrl=" + VALUE,
        "-T 4\n-D netnut.apiUrl=" + VALUE + "\n-B",
        "--define\nnetnut.apiUrl=" + VALUE,
        "\"-Dnetnut.apiUrl=" + VALUE + "\"",
        "-Dnetnut.apiUrl=https://${who}/v1",
      })
  void what_stands_in_maven_config_is_the_projects_word(String options) throws IOException {
    Files.writeString(project.resolve(".mvn/maven.config"), options);
    userProperties.setProperty(PROPERTY, VALUE);

    assertThat(new CommandLine(session).has(PROPERTY, VALUE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "netnut.apiUrl=" + VALUE,
        "netnut.apiUrl : " + VALUE,
        "netnut.\\u0061piUrl=" + VALUE,
        "${includes}=elsewhere.properties",
      })
  void so_is_what_stands_in_maven_4s_properties_files(String properties) throws IOException {
    Files.writeString(project.resolve(".mvn/maven-user.properties"), properties);
    userProperties.setProperty(PROPERTY, VALUE);

    assertThat(new CommandLine(session).has(PROPERTY, VALUE)).isFalse();
  }

  @Test
  void a_typed_value_wins_over_another_in_maven_config() throws IOException {
    Files.writeString(
        project.resolve(".mvn/maven.config"), "-Dnetnut.apiUrl=https://other.invalid");
    userProperties.setProperty(PROPERTY, VALUE);

    assertThat(new CommandLine(session).has(PROPERTY, VALUE)).isTrue();
  }
}
