package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.output.TokenProperty;
import io.github.netnutmaven.output.WrittenFiles;
import io.github.netnutmaven.session.AccountParameters;
import io.github.netnutmaven.session.ApiTargetResolver;
import io.github.netnutmaven.session.Reactor;
import java.io.IOException;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;

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
public final class LogoutMojo extends AccountMojo<AccountParameters> {
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
  AccountParameters request() throws AuthException {
    return accountParameters();
  }

  @Override
  void run(AccountParameters account) throws AuthException {
    var state = build().state();
    var memory = build().memory();
    var cache = build().cacheOnDisk(account, this::warnOnce);
    Set<String> tokens;
    boolean remembered;
    boolean cached;
    var whose = Message.of("");
    if (all) {
      tokens = memory.everyToken();
      remembered = memory.forgetAll();
      cached = cache.forgetAll();
    } else {
      var target = new ApiTargetResolver(build()).target(account);
      tokens = memory.tokensOf(target.account());
      remembered = memory.forget(target.account());
      cached = !target.isSandbox() && cache.forget(target.account());
      whose = Message.of(" of {}", target.account());
    }
    boolean unset =
        new TokenProperty(state, tokenProperty, this::warnOnce)
            .remove(tokens, new Reactor(session));
    boolean removed = removed(tokens);
    info(
        remembered || cached || unset || removed
            ? Message.of("Forgot the token.")
            : Message.of("There was no token{} to forget.", whose));
  }

  private boolean removed(Set<String> tokens) throws UserMistakeException {
    try {
      return new WrittenFiles(build().state()).remove(tokens);
    } catch (IOException e) {
      throw new UserMistakeException(
          "Tried to remove the token from a file that netnut:login wrote, but it cannot be written:"
              + " {}. Remove it by hand.",
          FileFault.reason(e));
    }
  }
}
