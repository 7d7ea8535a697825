package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Forgets the token of this account, in this build and in the cache. It also unsets the properties
 * that {@code login} set, and takes the token out of the files that {@code login} wrote in this
 * build.
 *
 * <p>The token itself stays good until it ends: the API has no call to revoke it.
 *
 * @since 1.0.0
 */
@Mojo(name = "logout", requiresProject = false, threadSafe = true)
public final class LogoutMojo extends AccountMojo {
  /**
   * Forgets the tokens of all accounts, not only of this one.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.all", defaultValue = "false")
  boolean all;

  /** Made by Maven. */
  @Inject
  LogoutMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  void run() throws AuthException {
    var properties = new TokenProperty(session, tokenProperty, warnings);
    boolean forgot = all ? forgetAll() : forget(target(Optional.empty()));
    boolean unset = properties.withdraw();
    boolean removed = removed();
    getLog()
        .info(forgot || unset || removed ? "Forgot the token." : "There was no token to forget.");
  }

  private boolean removed() throws UserMistakeException {
    try {
      return new WrittenFiles(session).withdraw();
    } catch (IOException e) {
      throw new UserMistakeException(
          "Tried to take the token out of a file that netnut:login wrote, but it cannot be written: "
              + FileFault.reason(e)
              + ". Remove it by hand.");
    }
  }

  private boolean forgetAll() {
    boolean here = memory().forgetAll();
    boolean cached = cacheOnDisk(new SystemPace()).forgetAll();
    return here || cached;
  }

  private boolean forget(Target target) {
    boolean here = memory().forget(target.account());
    boolean cached = !target.isSandbox() && cacheOnDisk(new SystemPace()).forget(target.account());
    return here || cached;
  }

  private BuildMemory memory() {
    return new BuildMemory(BuildData.of(session));
  }
}
