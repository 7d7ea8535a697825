package io.github.netnutmaven.build;

import io.github.netnutmaven.leak.AntPatterns;
import io.github.netnutmaven.leak.LeakSearch;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** The files that a module made: what is in its build directory, and what it publishes. */
public final class BuildFiles {
  private final Path folder;
  private final Set<Path> published;
  private final Set<Path> written;

  /**
   * @param written the files that {@code login} wrote because it was told to, by their paths
   */
  public BuildFiles(MavenProject project, Set<String> written) {
    this.folder = normal(new File(project.getBuild().getDirectory()));
    this.published =
        Stream.concat(
                Stream.of(project.getFile()),
                Stream.concat(
                        Stream.ofNullable(project.getArtifact()),
                        project.getAttachedArtifacts().stream())
                    .map(Artifact::getFile))
            .filter(Objects::nonNull)
            // The artifact of a build that packs nothing is a folder, as target/classes is.
            .filter(File::isFile)
            .map(BuildFiles::normal)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.written = written.stream().map(Path::of).collect(Collectors.toSet());
  }

  /**
   * Has them looked through, each once.
   *
   * @param includes which files of the build directory are meant; none means all
   * @param excludes which of them are not
   */
  public void search(LeakSearch search, AntPatterns includes, AntPatterns excludes) {
    search.folder(
        folder,
        file ->
            isMeant(file, includes, excludes)
                && (!written.contains(file) || published.contains(file)));
    published.stream()
        .filter(
            file ->
                !file.startsWith(folder)
                    || (Files.isSymbolicLink(file) && isMeant(file, includes, excludes)))
        .forEach(search::file);
  }

  private boolean isMeant(Path file, AntPatterns includes, AntPatterns excludes) {
    var path = folder.relativize(file).toString().replace(File.separatorChar, '/');
    return (includes.isEmpty() || includes.match(path)) && !excludes.match(path);
  }

  private static Path normal(File file) {
    return file.toPath().toAbsolutePath().normalize();
  }
}
