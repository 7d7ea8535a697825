package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.leak.AntPatterns;
import io.github.netnutmaven.leak.BuildSecrets;
import io.github.netnutmaven.leak.LeakReport;
import io.github.netnutmaven.leak.LeakSearch;
import io.github.netnutmaven.output.LoginFiles;
import io.github.netnutmaven.session.AccountParameters;
import io.github.netnutmaven.session.ApiTargetResolver;
import io.github.netnutmaven.session.BuildFiles;
import io.github.netnutmaven.session.BuildSandbox;
import io.github.netnutmaven.session.LaterGoals;
import io.github.netnutmaven.session.LoginFileNames;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.Reactor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;

/**
 * Fails the build if a file that it wrote in the module contains the build's token or the account's
 * password. It names the file, the likely cause and the remedy, but never the value.
 *
 * <p>It searches the build directory, the other files of the module that were written since the
 * build began, the POM as Maven interpolates it, the files that the module installs and deploys,
 * and archives within them, for the plain secret and for encoded forms (URL, Base64, JSON, XML and
 * others). It sends nothing, and runs no program. The secrets are those of all accounts that the
 * build used; after a failed build, {@code mvn netnut:leak-check} searches for the cached token and
 * for the provided one.
 *
 * <p>The files that {@code login} writes on request are no leak, unless they are packed or
 * attached. A warning says which goals wrote files in the module after this goal.
 *
 * <p>Bind it to {@code post-integration-test}, too: after a failed test, {@code failsafe:verify}
 * ends the build before a goal that is bound to {@code verify} below it.
 *
 * <p>With Maven 4's {@code -b concurrent} it runs before the module's files are complete. It then
 * warns that its result does not cover the module.
 *
 * @since 1.0.0
 */
@Mojo(name = "leak-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LeakCheckMojo extends AccountMojo<LeakCheckMojo.Request> {
  /**
   * Which files to search, as Ant patterns relative to the build directory, and for files outside
   * of it relative to the module's directory. If not set: all. Published files from elsewhere, such
   * as the POM, are always searched.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.leakCheck.includes")
  List<String> includes = new ArrayList<>();

  /**
   * Which files not to search, as Ant patterns relative to the same directories.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.leakCheck.excludes")
  List<String> excludes = new ArrayList<>();

  /**
   * What to do about a leak: {@code fail} the build, or {@code warn} and continue.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.onLeak", defaultValue = "fail")
  String onLeak;

  /** Made by Maven. */
  @Inject
  LeakCheckMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  /** What to do about a leak: the parameter {@code onLeak}. */
  private enum OnLeak {
    /** Fail the build. */
    FAIL,
    /** Warn, and continue. */
    WARN
  }

  /** The valid parameters. */
  record Request(AccountParameters account, OnLeak reaction) {}

  @Override
  Request request() throws AuthException {
    var reaction = Parameters.choice("onLeak", onLeak, OnLeak.FAIL);
    return new Request(accountParameters(), reaction);
  }

  @Override
  void run(Request request) throws AuthException {
    var build = build();
    boolean isEarly = new Reactor(session).isConcurrent();
    if (isEarly) {
      warnOnce(
          Message.of(
              "netnut:leak-check cannot search all files of the module: with -b concurrent, Maven 4"
                  + " runs this goal before or beside the goals that make them. Build without -b"
                  + " concurrent to have all of them searched."));
    }
    var secrets = secrets(request.account());
    if (secrets.all().isEmpty()) {
      warnOnce(
          Message.of(
              "netnut:leak-check searched nothing, because this build has no token and no password"
                  + " to look for. Let netnut:login run before it."));
      return;
    }
    var base = session.getCurrentProject().getBasedir().toPath();
    var search = new LeakSearch(secrets.all(), base, build.timing()::nanoTime);
    var files = new BuildFiles(build, new LoginFiles(LoginFileNames.of(build)));
    files.search(search, new AntPatterns(includes), new AntPatterns(excludes));
    if (Thread.currentThread().isInterrupted()) {
      throw new ServiceException("Stopped looking for leaks: the build was interrupted.");
    }
    if (!isEarly) {
      new LaterGoals(build).watch(files);
    }
    react(request, search.report(), secrets, isEarly);
  }

  private BuildSecrets secrets(AccountParameters account) {
    var build = build();
    var state = build.state();
    var secrets = new BuildSecrets(build.timing(), this::warnOnce);
    secrets.add(BuildSecrets.TOKEN, build.memory()::everyToken);
    secrets.add(BuildSecrets.TOKEN, this::providedTokens);
    secrets.add(BuildSecrets.PASSWORD, state::passwords);
    var ids = new LinkedHashSet<>(state.serverIds());
    ids.add(account.serverId());
    var cache = build.cacheOnDisk(account, message -> {});
    for (var id : ids) {
      secrets
          .addAccount(() -> new ApiTargetResolver(build).target(account.withServerId(id)), cache)
          .ifPresent(this::infoOnce);
    }
    return secrets;
  }

  /** A build with a sandbox uses no provided token. */
  private List<String> providedTokens() throws AuthException {
    return new BuildSandbox(build()).find() != null
        ? List.of()
        : build().environment().token().map(ProvidedToken::value).stream().toList();
  }

  private void react(Request request, LeakReport report, BuildSecrets secrets, boolean isEarly)
      throws UserMistakeException {
    report.warnings().forEach(line -> warn(Message.of("{}", line)));
    var extent = report.extent();
    if (report.findingCount() > 0) {
      var message =
          Message.of(
              "Searched {}, and found a leak in {}:\n  {}\nFix the cause and rebuild with 'clean';"
                  + " if it was published, change the password. If a file must contain it, add the"
                  + " file to <excludes>.",
              extent,
              report.findingCount() == 1 ? "one place" : report.findingCount() + " places",
              Message.ofLines(String.join("\n  ", report.findings())));
      switch (request.reaction()) {
        case FAIL -> throw new UserMistakeException(message);
        case WARN -> warn(message);
      }
    } else if (isEarly) {
      info(Message.of("Searched {}; files that this module makes later are not searched.", extent));
    } else if (report.warningCount() > 0) {
      info(
          Message.of(
              "Searched {}: {} found in them, but {} could not be searched to the end, see the"
                  + " warnings above.",
              extent,
              secrets.absence(),
              report.warningCount() == 1 ? "one" : report.warningCount()));
    } else {
      info(Message.of("Searched {}: {} found.", extent, secrets.absence()));
    }
  }
}
