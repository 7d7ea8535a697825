package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.session.SandboxBinding;
import java.util.concurrent.CountDownLatch;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;

/**
 * Runs an embedded Customers API in the foreground until Ctrl-C, for a test in an IDE or a look
 * with curl.
 *
 * @since 1.0.0
 */
@Mojo(name = "sandbox-run", requiresProject = false, threadSafe = true)
public final class SandboxRunMojo extends SandboxMojo {
  /** Made by Maven. */
  @Inject
  SandboxRunMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  @Override
  void run(SandboxBinding binding) throws AuthException {
    var url = start(binding);
    info(
        Message.of(
            "Started a sandbox at {} with the account {} and the password {}. Ctrl-C ends it.",
            url,
            Sandbox.EMAIL,
            Sandbox.PASSWORD));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
