package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.output.CiMask;
import io.github.netnutmaven.output.OutputParameters;
import io.github.netnutmaven.output.TokenOutputs;
import io.github.netnutmaven.session.ApiTargetResolver;
import io.github.netnutmaven.session.BuildCacheExtension;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.Reactor;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.codehaus.plexus.PlexusContainer;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to the NetNut Customers API once per build, with the account of a {@code <server>} in
 * {@code settings.xml}, has the API confirm the token, and passes it to later goals. The token does
 * not appear in the log, except in the command of {@code maskInCi}. Pass it to tests as an
 * environment variable.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "login",
    defaultPhase = LifecyclePhase.INITIALIZE,
    requiresProject = false,
    threadSafe = true)
public final class LoginMojo extends TokenMojo<LoginMojo.Request> {
  /**
   * Which modules see the property: {@code reactor} all, {@code project} this one, {@code none}
   * none; then {@code tokenFile} or {@code envFile} is required. Bind the goal in each module: with
   * {@code -T} it sets the property in its own and in waiting modules only, and with Maven 4's
   * {@code -b concurrent} in its own only.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.visibility", defaultValue = "reactor")
  String visibility;

  /**
   * A file that receives the bare token; only its owner can read it. An existing file is replaced,
   * but a link is refused. If {@code login} ends without a token and does not fail, it removes the
   * file.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.tokenFile")
  @Nullable File tokenFile;

  /**
   * A file that receives the lines {@code NETNUT_TOKEN=...}, {@code NETNUT_API_URL=...} and, if the
   * expiry is known, {@code NETNUT_TOKEN_EXPIRES_AT=...}, for later steps of a CI job or {@code
   * docker run --env-file}. An existing file keeps its owner, its mode and its other lines. A link
   * is refused, and so is a token with a character that a shell acts on. If {@code login} ends
   * without a token and does not fail, it removes the lines.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.envFile")
  @Nullable File envFile;

  /**
   * The name of the token's variable in {@code envFile}. With another name V, the others are {@code
   * V_API_URL} and {@code V_EXPIRES_AT}. Two accounts can use one file with a name each.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.envVariable", defaultValue = "NETNUT_TOKEN")
  String envVariable;

  /**
   * Tells GitHub Actions or Azure Pipelines to mask the token in the job's log. The command
   * contains the token, so set this only where the CI server reads the build's output.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.maskInCi", defaultValue = "false")
  boolean maskInCi;

  final PlexusContainer container;

  /** Made by Maven. */
  @Inject
  LoginMojo(
      MavenSession session,
      SettingsDecrypter decrypter,
      SettingsReader reader,
      PlexusContainer container) {
    super(session, decrypter, reader);
    this.container = container;
  }

  /** Which modules see the token: the parameter {@code visibility}. */
  private enum Visibility {
    /** The module that the goal runs in. */
    PROJECT,
    /** Every module of the build. */
    REACTOR,
    /** None: there is no property. */
    NONE
  }

  /** The valid parameters. */
  record Request(TokenParameters token, TokenOutputs outputs) {}

  @Override
  Request request() throws AuthException {
    return new Request(tokenParameters(), outputs());
  }

  @Override
  void run(Request request) throws AuthException {
    var target = new ApiTargetResolver(build()).target(request.token().api().account());
    var start = build().timing().now();
    var result = obtain(request.token(), target);
    if (result != null) {
      request.outputs().publish(result.token(), target.account());
      BuildCacheExtension.warn(container, build());
      if (result.isNew()) {
        info(report(result, target, request.token(), request.outputs().places(), start));
      }
    }
  }

  @Override
  String withdrawOldToken() {
    try {
      return outputs().withdraw();
    } catch (AuthException e) {
      // Its message is that of the goal's failure.
      return "";
    }
  }

  private TokenOutputs outputs() throws AuthException {
    var modules = Parameters.choice("visibility", visibility, Visibility.REACTOR);
    var parameters =
        new OutputParameters(
            tokenProperty,
            modules == Visibility.NONE,
            modules != Visibility.PROJECT,
            path("tokenFile", tokenFile),
            path("envFile", envFile),
            Parameters.variable(envVariable),
            mask());
    return new TokenOutputs(
        build().state(),
        parameters,
        new Reactor(session),
        String.valueOf(execution.getExecutionId()),
        build().warn());
  }

  private @Nullable CiMask mask() {
    var mask = maskInCi ? CiMask.of(variables).orElse(null) : null;
    if (mask != null && build().isInDaemon()) {
      warnOnce(
          Message.of(
              "maskInCi has no effect in a daemon, whose output the CI server does not read. Run mvn"
                  + " instead of mvnd."));
      return null;
    }
    return mask;
  }
}
