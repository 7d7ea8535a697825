package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.session.Reactor;
import io.github.netnutmaven.session.SandboxBinding;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;

/**
 * Starts a sandbox for this build: an embedded Customers API on 127.0.0.1 with a test account.
 * While it runs, {@code login}, {@code check} and {@code exec} use it and nothing else.
 *
 * <p>One sandbox serves all modules and ends with the build. Its address is in the property {@code
 * netnut.sandbox.url} of every module.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "sandbox-start",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class SandboxStartMojo extends SandboxMojo {
  private static final String URL = "netnut.sandbox.url";

  /** Made by Maven. */
  @Inject
  SandboxStartMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  @Override
  void run(SandboxBinding binding) throws AuthException {
    var url = start(binding);
    synchronized (build().state().lock()) {
      for (var module : new Reactor(session).properties(true)) {
        module.setProperty(URL, url);
      }
    }
    infoOnce(Message.of("Started a sandbox at {} with the account {}.", url, Sandbox.EMAIL));
  }
}
