package io.github.netnutmaven.config;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * The user's own settings file, {@code .m2/settings.xml} in the home directory. It vouches for what
 * a {@code <server>} says, because no project can write it. No other settings file does.
 */
public final class OwnSettings {
  private final SettingsReader reader;
  private final @Nullable File home;
  private final URL mavenCore;

  /**
   * @param reader Maven's own, which puts no value in place of <code>${…}</code>
   * @param home the user's home directory, if the environment names one
   * @param mavenCore the jar of the running Maven, in {@code lib} of its installation: a project
   *     can set the property {@code maven.home}
   */
  public OwnSettings(SettingsReader reader, @Nullable File home, URL mavenCore) {
    this.reader = reader;
    this.home = home;
    this.mavenCore = mavenCore;
  }

  /**
   * Whether they vouch for an element of an account's {@code <server>}: Maven read the user's own
   * file, which has the same text literally, and no global file but the one of its installation.
   *
   * @param user the user settings file that Maven read
   * @param global the global settings file that Maven read, if it exists
   */
  public boolean vouchFor(
      ServerAccount account, String element, @Nullable File user, @Nullable File global) {
    try {
      return home != null
          && user != null
          && isSame(user, home.toPath().resolve(".m2/settings.xml"))
          && (global == null || !global.exists() || isSame(global, ofInstallation()))
          && account.isLiteral(element, reader.read(user, Map.of(SettingsReader.IS_STRICT, false)));
    } catch (IOException | FileSystemNotFoundException e) {
      // Somebody else embeds Maven, or the file cannot be read any more.
      return false;
    }
  }

  private static boolean isSame(File file, Path other) throws IOException {
    return file.toPath().toRealPath().equals(other.toRealPath());
  }

  private Path ofInstallation() {
    return Path.of(URI.create(mavenCore.toString())).resolve("../../conf/settings.xml").normalize();
  }
}
