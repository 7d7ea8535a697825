package io.github.netnutmaven.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** Looks for secrets in whatever a build left, as they are and in the usual encodings. */
public final class LeakSearch {
  private final Set<String> needles = new LinkedHashSet<>();
  private final List<String> found = new ArrayList<>();

  /** Looks for these. */
  public LeakSearch(Iterable<String> secrets) {
    for (var secret : secrets) {
      needles.add(secret);
      needles.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      needles.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
      needles.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
      var bytes = secret.getBytes(StandardCharsets.UTF_8);
      needles.add(HexFormat.of().formatHex(bytes));
      for (int shift = 0; shift < 3; shift++) {
        // What any Base64 of a text around the secret has in common.
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        needles.add(base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1));
      }
    }
  }

  /** Searches a text. */
  public LeakSearch text(String name, String text) {
    for (var needle : needles) {
      if (text.contains(needle)) {
        found.add(name + " has " + needle.substring(0, Math.min(4, needle.length())) + "…");
      }
    }
    return this;
  }

  /** Searches a file, or all files below a folder, and what is packed in them. */
  public LeakSearch path(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes(file.toString(), Files.readAllBytes(file));
      }
    }
    return this;
  }

  /** What was found: a line each, empty if all is well. */
  public List<String> found() {
    return found;
  }

  private void bytes(String name, byte[] bytes) throws IOException {
    text(name, new String(bytes, StandardCharsets.ISO_8859_1));
    text(name, new String(bytes, StandardCharsets.UTF_8));
    if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
      var zip = new ZipInputStream(new ByteArrayInputStream(bytes));
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        bytes(name + "!" + entry.getName(), zip.readAllBytes());
      }
    }
  }
}
