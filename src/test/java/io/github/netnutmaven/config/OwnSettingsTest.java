package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.testkit.BuildFixture;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.DefaultSettingsReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which settings file vouches for what it says. */
class OwnSettingsTest {
  private static final String GATEWAY = "https://gateway.invalid/v1";
  private static final String LITERAL = "<apiUrl>" + GATEWAY + "</apiUrl>";

  @TempDir Path home;
  @TempDir Path maven;
  private Path own;
  private Path ofInstallation;
  private URL core;

  @BeforeEach
  void a_home_and_an_installation() throws IOException {
    own = home.resolve(".m2/settings.xml");
    ofInstallation = maven.resolve("conf/settings.xml");
    core = maven.resolve("lib/maven-core.jar").toUri().toURL();
    write(own, LITERAL);
    write(ofInstallation, "");
  }

  @Test
  void the_users_own_file_vouches_beside_the_installations_or_no_global_file() throws IOException {
    assertThat(vouchFor(own, ofInstallation)).isTrue();
    assertThat(vouchFor(own, null)).isTrue();
    assertThat(vouchFor(own, home.resolve("no-such-file.xml"))).isTrue();
  }

  @Test
  void a_file_elsewhere_does_not_vouch_wherever_it_is() throws IOException {
    write(home.resolve("settings.xml"), LITERAL);
    write(home.resolve("project/.m2/settings.xml"), LITERAL);

    assertThat(vouchFor(home.resolve("settings.xml"), ofInstallation)).isFalse();
    assertThat(vouchFor(home.resolve("project/.m2/settings.xml"), ofInstallation)).isFalse();
    assertThat(vouchFor(null, ofInstallation)).isFalse();
  }

  @Test
  void the_file_of_the_installation_does_not_vouch() throws IOException {
    write(ofInstallation, LITERAL);
    assertThat(vouchFor(ofInstallation, ofInstallation)).isFalse();

    write(own, "");
    assertThat(vouchFor(own, ofInstallation)).isFalse();
  }

  @Test
  void nothing_vouches_beside_a_global_file_that_is_not_the_installations() throws IOException {
    var other = home.resolve("conf/settings.xml");
    write(other, "");
    assertThat(vouchFor(own, other)).isFalse();

    Files.delete(ofInstallation);
    assertThat(vouchFor(own, other)).isFalse();
  }

  @Test
  void without_a_home_directory_nothing_vouches() {
    assertThat(vouchFor(null, own.toFile(), null)).isFalse();
  }

  @Test
  void a_file_that_is_broken_or_gone_does_not_vouch() throws IOException {
    Files.writeString(own, "<settings>");
    assertThat(vouchFor(own, ofInstallation)).isFalse();

    Files.delete(own);
    assertThat(vouchFor(own, ofInstallation)).isFalse();
  }

  @Test
  void maven_in_another_program_has_no_installation_to_compare_with() throws Exception {
    core = new URL("jrt:/java.base");
    assertThat(vouchFor(own, ofInstallation)).isFalse();
    assertThat(vouchFor(own, null)).isTrue();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // Symbolic links need a right there.
  void the_real_path_counts() throws IOException {
    var dotfiles = home.resolve("dotfiles/settings.xml");
    write(dotfiles, LITERAL);
    Files.delete(own);
    Files.createSymbolicLink(own, dotfiles);
    var link = Files.createSymbolicLink(home.resolve("link.xml"), own);

    assertThat(vouchFor(own, ofInstallation)).isTrue();
    assertThat(vouchFor(link, ofInstallation)).isTrue();
    assertThat(
            vouchFor(
                Files.createSymbolicLink(home.resolve("m"), maven).resolve("conf/settings.xml"),
                ofInstallation))
        .isFalse();
    assertThat(vouchFor(own, home.resolve("m/conf/settings.xml"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<apiUrl>\n  https://gateway.invalid/v1\n</apiUrl>",
        "<apiUrl><![CDATA[https://gateway.invalid/v1]]></apiUrl>",
        "<apiUrl>https://gateway<!-- ours -->.invalid/v1</apiUrl>",
        "<apiUrl>https:&#47;&#x2F;gateway.invalid/v1</apiUrl>",
        "<apiUrl combine.self='override'>https://gateway.invalid/v1</apiUrl><other/>",
      })
  void a_literal_text_counts_however_it_is_written(String element) throws IOException {
    write(own, element);

    assertThat(vouchFor(own, ofInstallation)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<apiUrl>${env.GATEWAY}</apiUrl>",
        "<apiUrl>https://gateway.invalid/${env.VERSION}</apiUrl>",
        "<apiUrl>https://gateway.invalid/v1/more</apiUrl>",
        "<other>https://gateway.invalid/v1</other>",
        "<!-- <apiUrl>https://gateway.invalid/v1</apiUrl> -->",
        "",
      })
  void a_text_that_maven_filled_in_or_that_is_not_there_does_not_count(String element)
      throws IOException {
    write(own, element);

    assertThat(vouchFor(own, ofInstallation)).isFalse();
  }

  @Test
  void a_file_that_maven_reads_with_a_warning_counts() throws IOException {
    write(own, LITERAL);
    Files.writeString(own, Files.readString(own).replace("<id>", "<unknown/><id>"));

    assertThat(vouchFor(own, ofInstallation)).isTrue();
  }

  @Test
  void another_server_does_not_count() throws IOException {
    write(own, LITERAL);
    Files.writeString(own, Files.readString(own).replace("netnut", "other"));

    assertThat(vouchFor(own, ofInstallation)).isFalse();
  }

  private boolean vouchFor(Path user, Path global) {
    return vouchFor(
        home.toFile(),
        user == null ? null : user.toFile(),
        global == null ? null : global.toFile());
  }

  private boolean vouchFor(File homeDirectory, File user, File global) {
    var server = new Server();
    server.setId("netnut");
    server.setConfiguration(BuildFixture.configuration("apiUrl", GATEWAY));
    var account =
        new ServerAccount(
            server, mock(SettingsDecrypter.class), "settings.xml", new Environment(name -> null));
    return new OwnSettings(new DefaultSettingsReader(), homeDirectory, core)
        .vouchFor(account, "apiUrl", user, global);
  }

  private static void write(Path file, String element) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<settings><servers><server><id>netnut</id><configuration>"
            + element
            + "</configuration></server></servers></settings>");
  }
}
