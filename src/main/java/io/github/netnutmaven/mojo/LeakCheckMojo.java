package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.BuildFiles;
import io.github.netnutmaven.build.BuildSandbox;
import io.github.netnutmaven.build.BuildSecrets;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.Parameters;
import io.github.netnutmaven.build.Reactor;
import io.github.netnutmaven.build.WorkingCopy;
import io.github.netnutmaven.leak.AntPatterns;
import io.github.netnutmaven.leak.LeakReport;
import io.github.netnutmaven.leak.LeakSearch;
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
import org.jspecify.annotations.Nullable;

/**
 * Fails the build if a file of the module contains the build's token or the account's password. It
 * names the file, the likely cause and the remedy, but never the value.
 *
 * <p>It searches the build directory, the POM as Maven interpolates it, the files that the module
 * installs and deploys, and archives within them, for the plain secret and for encoded forms (URL,
 * Base64, JSON, XML and others). It sends nothing. The secrets are those of all accounts that the
 * build used; after a failed build, {@code mvn netnut:leak-check} searches for the cached token and
 * for the provided one. It warns about a file of {@code login} in the project that git does not
 * ignore.
 *
 * <p>With Maven 4's {@code -b concurrent} it runs before the module's files are complete. It then
 * warns that its result does not cover the module.
 *
 * @since 1.0.0
 */
@Mojo(name = "leak-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LeakCheckMojo extends AccountMojo {
  /**
   * Which files of the build directory to search, as Ant patterns relative to it. If not set: all.
   * Published files from elsewhere, such as the POM, are always searched.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.leakCheck.includes")
  List<String> includes = new ArrayList<>();

  /**
   * Which files of the build directory not to search, as Ant patterns relative to it.
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

  @Override
  void run(@Nullable ApiUrl url) throws AuthException {
    var reaction = Parameters.choice("onLeak", onLeak, OnLeak.values());
    boolean isEarly = new Reactor(session).isConcurrent();
    if (isEarly) {
      warnings.accept(
          Message.of(
              "netnut:leak-check cannot search all files of the module: with -b concurrent, Maven 4"
                  + " runs this goal before or beside the goals that make them. Build without -b"
                  + " concurrent to have all of them searched."));
    }
    var secrets = secrets(url);
    if (secrets.all().isEmpty()) {
      infoOnce(Message.of("This build has no token to look for, nor a password."));
      return;
    }
    if (!secrets.have(BuildSecrets.TOKEN)) {
      infoOnce(Message.of("This build has no token to look for."));
    }
    var project = session.getCurrentProject();
    var search = new LeakSearch(secrets.all(), project.getBasedir().toPath());
    new BuildFiles(project, BuildState.of(session))
        .search(search, new AntPatterns(includes), new AntPatterns(excludes));
    if (Thread.currentThread().isInterrupted()) {
      throw new ServiceException("Stopped looking for leaks: the build was interrupted.");
    }
    for (var file : new WorkingCopy(session).filesToCommit()) {
      warnings.accept(
          Message.of(
              "netnut:login wrote the token to {}, which git does not ignore, so a commit may add"
                  + " it. Write it below target, or add it to .gitignore.",
              file));
    }
    react(search.report(), secrets, reaction, isEarly);
  }

  private BuildSecrets secrets(@Nullable ApiUrl url) {
    var secrets = new BuildSecrets(warnings);
    secrets.add(BuildSecrets.TOKEN, () -> BuildState.of(session).tokens().everyToken());
    secrets.add(BuildSecrets.TOKEN, this::providedTokens);
    secrets.add(BuildSecrets.PASSWORD, () -> BuildState.of(session).passwords());
    var ids = new LinkedHashSet<>(BuildState.of(session).serverIds());
    ids.add(serverId == null ? "" : serverId);
    var cache = cacheOnDisk(message -> {});
    for (var id : ids) {
      secrets.addAccount(() -> target(url, id), cache).ifPresent(this::infoOnce);
    }
    return secrets;
  }

  /** A build with a sandbox uses no provided token. */
  private List<String> providedTokens() throws AuthException {
    return new BuildSandbox(session).find(execution) != null
        ? List.of()
        : environment().token().map(ProvidedToken::value).stream().toList();
  }

  private void react(LeakReport report, BuildSecrets secrets, OnLeak reaction, boolean isEarly)
      throws UserMistakeException {
    report.warnings().forEach(line -> warn(Message.of("{}", line)));
    var looked = Message.of("Looked for {} in {}", secrets, report.extent());
    if (report.findingCount() > 0) {
      var message = Message.of("{}{}", looked, Message.ofLines(report.findingsAndAdvice()));
      switch (reaction) {
        case FAIL -> throw new UserMistakeException(message);
        case WARN -> warn(message);
      }
    } else if (isEarly) {
      info(Message.of("{}; files that this module makes later are not searched.", looked));
    } else {
      info(
          Message.of(
              "{}: {}{}",
              looked,
              secrets.kinds() > 1 ? "found neither" : "did not find it",
              report.warningCount() == 0
                  ? "."
                  : ", but could not search all: see the warnings above."));
    }
  }
}
