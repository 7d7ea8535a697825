package io.github.netnutmaven.build;

import io.github.netnutmaven.config.ProjectDirectories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.maven.execution.MavenSession;

/** The project's files as git sees them. */
public final class WorkingCopy {
  private static final int NOT_IGNORED = 1;

  private final MavenSession session;

  /** Asks nothing yet. */
  public WorkingCopy(MavenSession session) {
    this.session = session;
  }

  /**
   * The files that {@code login} wrote into the project, but not into a build directory, and that
   * git does not ignore. It runs git only for such a file; if git cannot say, as outside of a
   * working copy, the file is not among them.
   */
  public List<Path> filesToCommit() {
    var project = new ProjectDirectories(SettingsFiles.directoriesOfProject(session), List.of());
    return BuildState.of(session).writtenFiles().stream()
        .map(Path::of)
        .filter(file -> !isInBuildDirectory(file) && project.contain(file))
        .filter(WorkingCopy::isNotIgnored)
        .sorted()
        .toList();
  }

  private boolean isInBuildDirectory(Path file) {
    return session.getAllProjects().stream()
        .map(module -> Path.of(module.getBuild().getDirectory()).toAbsolutePath().normalize())
        .anyMatch(file::startsWith);
  }

  private static boolean isNotIgnored(Path file) {
    try {
      var git =
          new ProcessBuilder("git", "check-ignore", "--quiet", "--", file.toString())
              .directory(file.toFile().getParentFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      if (git.waitFor(10, TimeUnit.SECONDS)) {
        return git.exitValue() == NOT_IGNORED;
      }
      git.destroyForcibly();
    } catch (IOException e) {
      // There is no git.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
