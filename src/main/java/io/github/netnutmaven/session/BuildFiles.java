package io.github.netnutmaven.session;

import io.github.netnutmaven.leak.AntPatterns;
import io.github.netnutmaven.leak.LeakSearch;
import io.github.netnutmaven.output.LoginFiles;
import io.github.netnutmaven.state.BuildState;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/**
 * The files of a module: those in its build directory, the others in its directory that this build
 * wrote, and those that it publishes.
 */
public final class BuildFiles {

  private final MavenProject project;
  private final BuildState state;
  private final Path module;
  private final Path directory;
  private final Instant start;
  private final Set<Path> published;
  private final LoginFiles outputs;

  /** The directories below the module's that are searched elsewhere, or not at all. */
  private final Set<Path> others;

  /**
   * @param outputs the files that {@code login} writes on request
   */
  public BuildFiles(Build build, LoginFiles outputs) {
    var session = build.session();
    this.project = session.getCurrentProject();
    this.state = build.state();
    this.module = normal(project.getBasedir());
    this.directory = normal(new File(project.getBuild().getDirectory()));
    var started = session.getRequest().getStartTime();
    this.start = started == null ? Instant.MAX : started.toInstant();
    this.published =
        Stream.concat(
                Stream.of(project.getFile()),
                Stream.concat(
                        Stream.ofNullable(project.getArtifact()),
                        project.getAttachedArtifacts().stream())
                    .map(Artifact::getFile))
            .filter(Objects::nonNull)
            // Without packaging the artifact is a directory, such as target/classes.
            .filter(File::isFile)
            .map(BuildFiles::normal)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.outputs = outputs;
    this.others = others(session);
  }

  private static Set<Path> others(MavenSession session) {
    var repository = session.getRepositorySession().getLocalRepository();
    var others =
        Stream.concat(
            Stream.ofNullable(repository == null ? null : repository.getBasedir()),
            session.getAllProjects().stream()
                .filter(each -> each.getFile() != null)
                .flatMap(
                    each ->
                        Stream.of(each.getBasedir(), new File(each.getBuild().getDirectory()))));
    return others.map(BuildFiles::normal).collect(Collectors.toSet());
  }

  /**
   * Searches each of them once.
   *
   * @param includes which files to search, but for published ones; empty for all
   * @param excludes which of them not to search
   */
  public void search(LeakSearch search, AntPatterns includes, AntPatterns excludes) {
    search.directory(
        directory,
        Instant.MIN,
        below -> true,
        file -> isMeant(file, includes, excludes) && isNoOutput(file));
    search.directory(
        module,
        start,
        this::isOfModule,
        file -> isMeant(file, includes, excludes) && isNoOutput(file) && !published.contains(file));
    published.stream()
        .filter(
            file ->
                !file.startsWith(directory)
                    || (Files.isSymbolicLink(file) && isMeant(file, includes, excludes)))
        .forEach(search::file);
    search.text("the interpolated POM", interpolatedPom());
  }

  /** The module's files that were written since a time, without signatures and login's files. */
  List<Path> writtenSince(Instant time) {
    var files = new TreeSet<Path>();
    // A search for nothing, of no file: the filter only collects them.
    var search = new LeakSearch(List.of(), module, System::nanoTime);
    Predicate<Path> collected =
        file -> {
          if (isNoOutput(file) && !file.toString().endsWith(".asc")) {
            files.add(file);
          }
          return false;
        };
    search.directory(directory, time, below -> true, collected);
    search.directory(module, time, this::isOfModule, collected);
    return files.stream().map(module::relativize).toList();
  }

  /** Whether a directory below the module's is searched for files that this build wrote. */
  private boolean isOfModule(Path below) {
    return below.equals(module)
        || (!others.contains(below)
            && !Set.of(".git", "node_modules").contains(String.valueOf(below.getFileName())));
  }

  private boolean isNoOutput(Path file) {
    return published.contains(file) || !outputs.contain(file);
  }

  /** Without the properties of {@code login}, which Maven keeps in the same model. */
  private String interpolatedPom() {
    var model = project.getModel().clone();
    state.tokenProperties().forEach(model.getProperties()::remove);
    var pom = new StringWriter();
    try {
      new MavenXpp3Writer().write(pom, model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pom.toString();
  }

  private boolean isMeant(Path file, AntPatterns includes, AntPatterns excludes) {
    var base = file.startsWith(directory) ? directory : module;
    var path = base.relativize(file).toString().replace(File.separatorChar, '/');
    return (includes.isEmpty() || includes.match(path)) && !excludes.match(path);
  }

  private static Path normal(File file) {
    return file.toPath().toAbsolutePath().normalize();
  }
}
