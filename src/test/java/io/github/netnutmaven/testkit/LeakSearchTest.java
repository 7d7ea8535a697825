package io.github.netnutmaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests rely on a search that finds nothing, so it has to find what is there. */
class LeakSearchTest {
  private static final String SECRET = "fake \"Pa55<word>'&\\é?~";

  @TempDir Path directory;

  static Stream<String> encoded() {
    var bytes = SECRET.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(bytes);
    var url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    var base64 =
        Stream.of("", "a", "ab", "abc")
            .map(before -> (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8))
            .flatMap(
                text ->
                    Stream.of(
                        Base64.getEncoder().encodeToString(text),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text)));
    return Stream.concat(
        base64,
        Stream.of(
            SECRET,
            Base64.getEncoder().encodeToString(bytes),
            hex,
            hex.toUpperCase(Locale.ROOT),
            url,
            url.replace("+", "%20"),
            "fake \\\"Pa55<word>'&\\\\é?~",
            "fake \\\"Pa55<word>'&\\\\\\u00e9?~",
            "fake \\\"Pa55<word>'&\\\\\\u00E9?~",
            "fake \\\"Pa55<word>'&\\\\[0xffffffc3][0xffffffa9]?~",
            "fake \"Pa55&lt;word&gt;'&amp;\\é?~",
            "fake &quot;Pa55&lt;word&gt;'&amp;\\é?~",
            "fake &quot;Pa55&lt;word&gt;&apos;&amp;\\é?~",
            "fake &quot;Pa55&lt;word&gt;&#39;&amp;\\&#233;?~"));
  }

  @ParameterizedTest
  @MethodSource("encoded")
  void finds_a_secret_in_every_encoding(String encoded) {
    var search = new LeakSearch(List.of(SECRET)).text("log", "before" + encoded + "after");

    assertThat(search.found()).hasSize(1).first().asString().startsWith("log has secret 1 ");
  }

  @Test
  void finds_only_a_whole_secret_and_never_repeats_it() {
    var search = new LeakSearch(List.of("fake-Pa55word", SECRET));

    assertThat(search.text("log", "fake-Pa55wor").found()).isEmpty();
    assertThat(search.text("log", "fake-Pa55word").found())
        .containsExactly("log has secret 1 as it is");
  }

  @Test
  void searches_directories_and_zip_files_in_zip_files() throws IOException {
    var inner = Files.createDirectories(directory.resolve("target/deep")).resolve("inner.zip");
    pack(inner, "report.xml", SECRET.getBytes(StandardCharsets.UTF_8));
    pack(directory.resolve("target/outer.jar"), "inner.zip", Files.readAllBytes(inner));

    assertThat(new LeakSearch(List.of(SECRET)).path(directory).found())
        .containsExactlyInAnyOrder(
            inner + "!report.xml has secret 1 as it is",
            directory.resolve("target/outer.jar") + "!inner.zip!report.xml has secret 1 as it is");
  }

  private static void pack(Path zip, String entry, byte[] content) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
  }
}
