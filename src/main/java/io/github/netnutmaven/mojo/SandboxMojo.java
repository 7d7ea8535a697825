package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.build.BuildSandbox;
import io.github.netnutmaven.build.Parameters;
import io.github.netnutmaven.build.SandboxParameters;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;

/** What goals that start a sandbox share. */
abstract class SandboxMojo extends NetnutMojo {
  /**
   * The sandbox's port on 127.0.0.1; 0 takes any free port.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.sandbox.port", defaultValue = "0")
  int port;

  /**
   * How long each token of the sandbox is valid, written {@code 30s}, {@code 5m}, {@code 2h} or in
   * ISO-8601. With a short time a build can rehearse what happens when its token expires.
   *
   * @since 1.0.0
   */
  @Parameter(
      property = "netnut.sandbox.tokenLifetime",
      defaultValue = SandboxParameters.TOKEN_LIFETIME)
  String tokenLifetime;

  /**
   * Starts no sandbox, so that the same build uses the real account. {@code sandbox-run} ends at
   * once.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.sandbox.skip", defaultValue = "false")
  boolean skipSandbox;

  SandboxMojo(MavenSession session) {
    super(session);
  }

  @Override
  boolean isSkipped() {
    return super.isSkipped() || skipSandbox;
  }

  /** Starts the build's sandbox, and returns its address. */
  final String start() throws AuthException {
    return new BuildSandbox(session, warnings)
        .start(
            Parameters.port("sandbox.port", String.valueOf(port)),
            Parameters.duration(
                "sandbox.tokenLifetime", tokenLifetime, SandboxParameters.TOKEN_LIFETIME));
  }
}
