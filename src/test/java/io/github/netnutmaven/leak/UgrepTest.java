package io.github.netnutmaven.leak;

import static io.github.netnutmaven.leak.EncodedSecretsTest.PASSWORD;
import static io.github.netnutmaven.leak.EncodedSecretsTest.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.testkit.Programs;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What another program finds in archives and encodings is found here, or named as not searched. */
@Timeout(300)
class UgrepTest {
  /** Programs and the extensions by which ugrep knows their files. */
  private static final Map<String, String> COMPRESSORS =
      Map.of("bzip2", ".bz2", "xz", ".xz", "lzma", ".lzma", "zstd", ".zst", "lz4", ".lz4");

  @TempDir private Path directory;
  @TempDir private Path elsewhere;
  private final Set<String> spellings = new LinkedHashSet<>();

  @BeforeEach
  void ugrep_is_installed() throws Exception {
    assumeTrue(Programs.has("ugrep"), "Debian's package ugrep is not installed");
    Stream.of(TOKEN, PASSWORD)
        .flatMap(EncodedSecretsTest::forms)
        .filter(form -> !form.contains("\n"))
        .forEach(spellings::add);
  }

  /** A program whose environment has the token, with a recording and a heap dump. */
  public static void main(String[] heapDump) throws IOException {
    Objects.requireNonNull(System.getenv("NETNUT_TOKEN"));
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(heapDump[0], true);
  }

  @Test
  void every_spelling_in_every_container_that_ugrep_finds_is_found() throws Exception {
    int number = 0;
    for (var spelling : spellings) {
      var text = Planted.bytes("nothing here\n" + spelling + "\n");
      var name = "case-" + number++;
      plant(name + ".txt", text);
      plant(name + ".zip", Planted.zip("a", text));
      plant(name + ".jar", Planted.zip("lib/b.jar", Planted.zip("a", text)));
      plant(name + ".gz", Planted.gzip(text));
      plant(name + ".tar", Planted.tar("a", text));
      plant(name + ".tar.gz", Planted.gzip(Planted.tar("a", text)));
    }

    var found = foundByUgrep();
    assertThat(found).hasSizeGreaterThan(300);
    assertThat(foundOrNamed(found, false)).containsAll(found);
  }

  @Test
  void files_of_real_builds_in_which_ugrep_finds_the_token_are_found_or_named() throws Exception {
    var text = Planted.bytes("nothing here\n" + TOKEN + "\n");
    var config = Planted.bytes("{\"config\":{\"Env\":[\"NETNUT_TOKEN=" + TOKEN + "\"]}}");
    plant("jib-image.tar", Planted.tar("config.json", config));
    plant("layer.tar", Planted.tar("1.tar.gz", Planted.gzip(Planted.tar("app/a", text))));
    plant("fat.jar", stored("BOOT-INF/lib/b.jar", Planted.zip("META-INF/a.properties", text)));
    plant("app.war", Planted.zip("WEB-INF/lib/b.jar", Planted.zip("a", text)));
    plant("boot.jar", Planted.joined(Planted.bytes("#!/bin/sh\n"), stored("a", text)));
    var deep = text;
    for (int i = 0; i < 8; i++) {
      deep = Planted.zip("a.zip", deep);
    }
    plant("deep.zip", deep);
    plant("utf-16.txt", ("\ufeff" + TOKEN).getBytes(StandardCharsets.UTF_16LE));
    jvm();
    var input = Redirect.from(elsewhere.resolve("case.tar").toFile());
    Files.write(elsewhere.resolve("case.tar"), Planted.tar("a", text));
    for (var compressor : COMPRESSORS.entrySet()) {
      if (Programs.has(compressor.getKey())) {
        var output = directory.resolve("case.tar" + compressor.getValue());
        run(input, output.toFile(), compressor.getKey(), "-c");
      }
    }

    var found = foundByUgrep();
    assertThat(found)
        .contains("jib-image.tar", "layer.tar", "fat.jar", "app.war", "deep.zip", "utf-16.txt")
        .contains("recording.jfr", "heap.hprof");
    assertThat(foundOrNamed(found, true)).containsAll(found);
    // As long as Java cannot read these, they are the only ones that are only named.
    assertThat(foundOrNamed(found, false))
        .containsAll(found.stream().filter(name -> !name.startsWith("case.tar.")).toList());
  }

  private void plant(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }

  /** A jar with one entry that is not compressed, as Spring Boot stores other jars. */
  private static byte[] stored(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry(name);
      var crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Runs a JVM with the token in its environment, which records itself and dumps its heap. */
  private void jvm() throws Exception {
    run(
        Redirect.PIPE,
        elsewhere.resolve("jvm.log").toFile(),
        Programs.ofJava("java"),
        "-XX:StartFlightRecording:filename=" + directory.resolve("recording.jfr"),
        "-cp",
        System.getProperty("java.class.path"),
        UgrepTest.class.getName(),
        directory.resolve("heap.hprof").toString());
  }

  /** The names of the files that contain a secret, at whatever depth. */
  private Set<String> foundByUgrep() throws Exception {
    var patterns = Files.write(elsewhere.resolve("patterns"), spellings);
    var output = elsewhere.resolve("found").toFile();
    run(
        Redirect.PIPE,
        output,
        "ugrep",
        "-l",
        "-z",
        "--zmax=8",
        "-F",
        "-r",
        "-f",
        patterns.toString(),
        directory.toString());
    var names = new TreeSet<String>();
    for (var line : Files.readAllLines(output.toPath())) {
      names.add(directory.relativize(Path.of(line.replaceFirst("\\{.*", ""))).toString());
    }
    return names;
  }

  /** Those files in which a search finds a secret or, if that counts, that it warns about. */
  private Set<String> foundOrNamed(Set<String> names, boolean countsWarnings) {
    var search =
        new LeakSearch(
            List.of(new Secret("the token", TOKEN), new Secret("the password", PASSWORD)),
            directory,
            () -> 0);
    var found = new TreeSet<String>();
    for (var name : names) {
      int before = count(search, countsWarnings);
      search.file(directory.resolve(name));
      if (count(search, countsWarnings) > before) {
        found.add(name);
      }
    }
    return found;
  }

  private static int count(LeakSearch search, boolean countsWarnings) {
    var report = search.report();
    return report.findingCount() + (countsWarnings ? report.warningCount() : 0);
  }

  private static void run(Redirect input, File output, String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectInput(input).redirectOutput(output);
    builder.environment().put("NETNUT_TOKEN", TOKEN);
    var process = builder.redirectError(output.toPath().resolveSibling("errors").toFile()).start();
    assertThat(process.waitFor()).as(List.of(command).toString()).isZero();
  }
}
