package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildMemory;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.BuildFiles;
import io.github.netnutmaven.build.BuildSecrets;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.ConcurrentBuilder;
import io.github.netnutmaven.leak.AntPatterns;
import io.github.netnutmaven.leak.LeakReport;
import io.github.netnutmaven.leak.LeakSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Fails the build if its token or the account's password stands in a file that the module made. It
 * names the file, the likely cause and the remedy, but never the value.
 *
 * <p>It looks into the build directory, into what the module installs and deploys, and into
 * archives within them, for the secret as it is and encoded (URL, Base64, JSON, XML and the like).
 * It sends nothing.
 *
 * <p>With Maven 4's {@code -b concurrent} it runs before the module's files are made. It then warns
 * and does not vouch for the module.
 *
 * @since 1.0.0
 */
@Mojo(name = "leak-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LeakCheckMojo extends AccountMojo {
  private static final String TOKEN = "the token";
  private static final String PASSWORD = "the password";

  /**
   * Which files of the build directory to look through, as Ant patterns relative to it. If not set:
   * all. What is published from elsewhere, as the POM is, is always looked through.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.leakCheck.includes")
  List<String> includes = new ArrayList<>();

  /**
   * Which files of the build directory not to look through, as Ant patterns relative to it.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.leakCheck.excludes")
  List<String> excludes = new ArrayList<>();

  /**
   * What to do about a leak: {@code fail} the build, or {@code warn} and go on.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.onLeak", defaultValue = "fail")
  String onLeak;

  /** Made by Maven. */
  @Inject
  LeakCheckMojo(MavenSession session, SettingsDecrypter decrypter) {
    super(session, decrypter);
  }

  @Override
  void run(Optional<ApiUrl> url) throws AuthException {
    var reaction = OnLeak.parse(onLeak);
    boolean isEarly = ConcurrentBuilder.runs(session);
    if (isEarly) {
      warnOnce(
          "netnut:leak-check cannot vouch for a module that is not finished: with -b concurrent,"
              + " Maven 4 runs this goal before or beside the goals that make the module's files."
              + " Build without -b concurrent to have all of them searched.");
    }
    var secrets = secrets(url);
    if (secrets.all().isEmpty()) {
      infoOnce("This build has no token to look for, nor a password.");
      return;
    }
    if (!secrets.have(TOKEN)) {
      infoOnce("This build has no token to look for.");
    }
    var project = session.getCurrentProject();
    var search = new LeakSearch(secrets.all(), project.getBasedir().toPath());
    new BuildFiles(project, BuildState.texts(session, BuildState.WRITTEN))
        .search(search, new AntPatterns(includes), new AntPatterns(excludes));
    if (Thread.currentThread().isInterrupted()) {
      throw new ServiceException("Stopped looking for leaks: the build was interrupted.");
    }
    tell(search.report(), secrets, reaction, isEarly);
  }

  private BuildSecrets secrets(Optional<ApiUrl> url) {
    var secrets = new BuildSecrets(warnings);
    secrets.add(TOKEN, () -> new BuildMemory(BuildState.of(session)).everyToken());
    secrets.add(TOKEN, () -> providedToken().map(ProvidedToken::value).stream().toList());
    secrets.add(PASSWORD, () -> passwords(url));
    return secrets;
  }

  /** The account's, if it can be had unasked; the sandbox's is no secret. */
  private List<String> passwords(Optional<ApiUrl> url) throws AuthException {
    var target = target(url);
    return target.isSandbox() || target.source().isEmpty()
        ? List.of()
        : List.of(target.source().get().credentials().password());
  }

  private void tell(LeakReport report, BuildSecrets secrets, OnLeak reaction, boolean isEarly)
      throws UserMistakeException {
    report.warnings().forEach(getLog()::warn);
    var looked = "Looked for " + secrets + " in " + report.extent();
    if (report.findingCount() == 0) {
      var clean = secrets.kinds() > 1 ? ": found neither." : ": did not find it.";
      getLog()
          .info(
              looked
                  + (isEarly ? "; files that this module makes later are not searched." : clean));
      return;
    }
    var told =
        looked
            + ", and found a leak in "
            + (report.findingCount() == 1 ? "one place" : report.findingCount() + " places")
            + ":\n  "
            + String.join("\n  ", report.findings())
            + "\nMend the cause and build anew with 'clean'; if it was published, change the"
            + " password. A file that has to hold it goes into <excludes>.";
    switch (reaction) {
      case FAIL -> throw new UserMistakeException(told);
      case WARN -> getLog().warn(told);
    }
  }
}
