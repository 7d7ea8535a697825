package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.session.BuildSandbox;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.SandboxBinding;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/** What goals that start a sandbox share. */
abstract class SandboxMojo extends NetnutMojo<SandboxBinding> {
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
      defaultValue = SandboxBinding.TOKEN_LIFETIME)
  String tokenLifetime;

  /**
   * Starts no sandbox, so that the same build uses the real account. {@code sandbox-run} ends at
   * once.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.sandbox.skip", defaultValue = "false")
  boolean skipSandbox;

  /**
   * A directory of responses to other calls, for a client under test. {@code
   * GET/customer/usage/myusage.json} in it responds to {@code GET} of the base address and {@code
   * /customer/usage/myusage}, with status 200 and as JSON, if the call has a token of the sandbox,
   * else with 401. {@code myusage.404.json} responds with that status. The files are read at each
   * call; links are refused. If not set: {@code src/test/netnut} of each module that has it.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.sandbox.responses")
  @Nullable File responses;

  SandboxMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  @Override
  boolean isSkipped() {
    return super.isSkipped() || skipSandbox;
  }

  @Override
  final SandboxBinding request() throws AuthException {
    responsesDirectory();
    return new SandboxBinding(
        Parameters.number("sandbox.port", String.valueOf(port), 65_535),
        Parameters.duration("sandbox.tokenLifetime", tokenLifetime, SandboxBinding.TOKEN_LIFETIME));
  }

  /** Starts the build's sandbox, and returns its address. */
  final String start(SandboxBinding binding) throws AuthException {
    var sandbox = new BuildSandbox(build());
    sandbox.addResponses(responsesDirectory());
    return sandbox.start(binding);
  }

  private Path responsesDirectory() throws UserMistakeException {
    var given = path("sandbox.responses", responses);
    if (given == null) {
      return moduleDirectory().resolve("src/test/netnut");
    }
    if (!Files.isDirectory(given)) {
      throw new UserMistakeException(
          "Looked for the sandbox's responses in {}, but there is no such directory. Correct"
              + " 'responses' in the POM, or -Dnetnut.sandbox.responses.",
          given);
    }
    return given;
  }
}
