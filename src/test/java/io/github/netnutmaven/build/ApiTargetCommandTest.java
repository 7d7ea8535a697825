package io.github.netnutmaven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.BuildFixture;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTargetCommandTest extends ApiTargets {
  /** The account's password comes from a command; the text of the file is what the user wrote. */
  private void command(String inFile, String asMavenGivesIt) throws Exception {
    build.settings.getServer("netnut").setPassword(null);
    configure("passwordCommand", asMavenGivesIt);
    Files.writeString(
        request.getUserSettingsFile().toPath(),
        "<settings><passwordCommand>" + inFile + "</passwordCommand></settings>");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "pass show netnut, pass show netnut",
        "pass 'ünd' \"x\", pass 'ünd' \"x\"",
        "op &quot;a&apos; &amp;amp; &lt;b&gt;, op \"a' &amp; <b>",
      })
  void a_password_command_counts_in_settings_outside_the_project(String inFile, String command)
      throws Exception {
    command(inFile, command);

    assertThat(find(null).source()).isNotNull();
  }

  @Test
  void a_password_command_that_a_project_may_have_written_is_an_error_and_does_not_run()
      throws Exception {
    command("${env.COMMAND}", "touch /tmp/x");
    assertThatThrownBy(() -> find(null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("<passwordCommand> of <server> 'netnut' in " + home)
        .hasMessageContaining("a project may have written it, so it was not run");

    BuildFixture.forget(session);
    command("pass show netnut", "pass show netnut");
    request.setGlobalSettingsFile(Files.createFile(project.resolve("global.xml")).toFile());
    assertThatThrownBy(() -> find(null)).hasMessageContaining("a project may have written it");

    BuildFixture.forget(session);
    request.setGlobalSettingsFile(null);
    settings(project);
    command("pass show netnut", "pass show netnut");
    assertThatThrownBy(() -> find(null)).hasMessageContaining("a project may have written it");
  }

  @Test
  void an_address_with_the_text_of_a_trusted_command_is_not_trusted() throws Exception {
    command(GATEWAY, GATEWAY);
    find(null);

    serverUrl(GATEWAY);
    build.settings.getServer("netnut").setPassword("fake-password");
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void a_server_with_a_password_command_is_a_whole_account_and_vouches_for_its_address()
      throws Exception {
    command("pass show netnut", "pass show netnut");
    configure("passwordCommand", "pass show netnut", "apiUrl", GATEWAY);
    var file = request.getUserSettingsFile().toPath();
    Files.writeString(file, Files.readString(file) + "<apiUrl>" + GATEWAY + "</apiUrl>");

    find(null).requireSafe();
  }
}
