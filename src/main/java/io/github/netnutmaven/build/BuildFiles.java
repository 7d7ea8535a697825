package io.github.netnutmaven.build;

import io.github.netnutmaven.leak.AntPatterns;
import io.github.netnutmaven.leak.LeakSearch;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.io.xpp3.MavenXpp3Writer;
import org.apache.maven.project.MavenProject;

/** The files of a module: those in its build directory, and those that it publishes. */
public final class BuildFiles {
  private final MavenProject project;
  private final BuildState state;
  private final Path directory;
  private final Set<Path> published;
  private final Set<Path> written;

  /**
   * Searches nothing yet.
   *
   * @param state knows the files and properties that {@code login} wrote
   */
  public BuildFiles(MavenProject project, BuildState state) {
    this.project = project;
    this.state = state;
    this.directory = normal(new File(project.getBuild().getDirectory()));
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
    this.written = state.writtenFiles().stream().map(Path::of).collect(Collectors.toSet());
  }

  /**
   * Searches each of them once.
   *
   * @param includes which files of the build directory to search; empty for all
   * @param excludes which of them not to search
   */
  public void search(LeakSearch search, AntPatterns includes, AntPatterns excludes) {
    search.directory(
        directory,
        file ->
            isMeant(file, includes, excludes)
                && (!written.contains(file) || published.contains(file)));
    published.stream()
        .filter(
            file ->
                !file.startsWith(directory)
                    || (Files.isSymbolicLink(file) && isMeant(file, includes, excludes)))
        .forEach(search::file);
    search.text("the interpolated POM", interpolatedPom());
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
    var path = directory.relativize(file).toString().replace(File.separatorChar, '/');
    return (includes.isEmpty() || includes.match(path)) && !excludes.match(path);
  }

  private static Path normal(File file) {
    return file.toPath().toAbsolutePath().normalize();
  }
}
