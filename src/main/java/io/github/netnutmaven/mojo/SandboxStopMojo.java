package io.github.netnutmaven.mojo;

import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Ends the sandbox of this build before the build ends. It is never needed.
 *
 * <p>From then on {@code login} and {@code check} fail in this build, unless the sandbox is started
 * again: a build that had one does not turn to the real service.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "sandbox-stop",
    defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class SandboxStopMojo extends NetnutMojo {
  /**
   * Skips this goal, too, in a build that leaves the sandbox out.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.sandbox.skip", defaultValue = "false")
  boolean skipSandbox;

  /** Made by Maven. */
  @Inject
  SandboxStopMojo(MavenSession session) {
    super(session);
  }

  @Override
  boolean isSkipped() {
    return super.isSkipped() || skipSandbox;
  }

  @Override
  void run() {
    if (new BuildSandbox(session).stop()) {
      getLog().info("Ended the sandbox.");
    }
  }
}
