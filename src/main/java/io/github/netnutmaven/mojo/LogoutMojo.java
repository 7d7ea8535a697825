package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.TokenProperty;
import io.github.netnutmaven.build.WrittenFiles;
import io.github.netnutmaven.files.FileFault;
import java.io.IOException;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * Forgets the token of this account, in this build and in the cache. It also unsets the properties
 * that {@code login} set to it, and removes it from the files that {@code login} wrote in this
 * build. Tokens of other accounts stay. With Maven 4's {@code -b concurrent} it unsets the
 * properties of its own module only.
 *
 * <p>The API accepts the token until it expires, because it has no call to revoke one.
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
  LogoutMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  @Override
  void run(@Nullable ApiUrl url) throws AuthException {
    var properties = new TokenProperty(session, tokenProperty, warnings);
    var memory = BuildState.of(session).tokens();
    var cache = cacheOnDisk(warnings);
    Set<String> tokens;
    boolean remembered;
    boolean cached;
    var whose = Message.of("");
    if (all) {
      tokens = memory.everyToken();
      remembered = memory.forgetAll();
      cached = cache.forgetAll();
    } else {
      var target = target(url);
      tokens = memory.tokensOf(target.account());
      remembered = memory.forget(target.account());
      cached = !target.isSandbox() && cache.forget(target.account());
      whose = Message.of(" of {}", target.account());
    }
    boolean unset = properties.remove(tokens);
    boolean removed = removed(tokens);
    info(
        remembered || cached || unset || removed
            ? Message.of("Forgot the token.")
            : Message.of("There was no token{} to forget.", whose));
  }

  private boolean removed(Set<String> tokens) throws UserMistakeException {
    try {
      return new WrittenFiles(session).remove(tokens);
    } catch (IOException e) {
      throw new UserMistakeException(
          "Tried to remove the token from a file that netnut:login wrote, but it cannot be written:"
              + " {}. Remove it by hand.",
          FileFault.reason(e));
    }
  }
}
