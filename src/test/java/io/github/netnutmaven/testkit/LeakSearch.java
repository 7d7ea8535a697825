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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Looks for secrets in whatever a build left, as they are and in the usual encodings. */
public final class LeakSearch {
  /** What is looked for, and what to call it when it is found. */
  private final Map<String, String> needles = new LinkedHashMap<>();

  private final List<String> found = new ArrayList<>();

  /** Looks for these. */
  public LeakSearch(Iterable<String> secrets) {
    int number = 0;
    for (var secret : secrets) {
      if (secret.isEmpty()) {
        throw new IllegalArgumentException("An empty secret is in every file");
      }
      add(secret, "secret " + ++number);
    }
  }

  private void add(String secret, String name) {
    need(secret, name + " as it is");
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    need(url, name + " URL-encoded");
    need(url.replace("+", "%20"), name + " URL-encoded");
    var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    need(json, name + " JSON-escaped");
    need(ascii(json, "\\u%04x"), name + " JSON-escaped");
    need(ascii(json, "\\u%04X"), name + " JSON-escaped");
    need(wire(json), name + " in a wire log");
    var xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    need(xml, name + " XML-escaped");
    var attribute = xml.replace("\"", "&quot;");
    need(attribute, name + " XML-escaped");
    need(attribute.replace("'", "&apos;"), name + " XML-escaped");
    need(ascii(attribute.replace("'", "&#39;"), "&#%d;"), name + " XML-escaped");
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(bytes);
    need(hex, name + " in hex");
    need(hex.toUpperCase(Locale.ROOT), name + " in hex");
    for (int shift = 0; shift < 3; shift++) {
      // What any Base64 of a text around the secret has in common.
      var shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      var common = base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1);
      need(common, name + " in Base64");
      need(common.replace('+', '-').replace('/', '_'), name + " in Base64");
    }
  }

  private void need(String needle, String name) {
    needles.putIfAbsent(needle, name);
  }

  /** A text with everything outside ASCII replaced. */
  private static String ascii(String text, String escape) {
    var result = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c < 128) {
                result.append((char) c);
              } else {
                result.append(String.format(Locale.ROOT, escape, c));
              }
            });
    return result.toString();
  }

  /** A text as HttpClient's wire log has it: each byte outside ASCII as a negative number. */
  private static String wire(String text) {
    var result = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0) {
        result.append((char) b);
      } else {
        result.append("[0x").append(Integer.toHexString(b)).append(']');
      }
    }
    return result.toString();
  }

  /** Searches a text. */
  public LeakSearch text(String name, String text) {
    needles.forEach(
        (needle, secret) -> {
          var finding = name + " has " + secret;
          if (text.contains(needle) && !found.contains(finding)) {
            found.add(finding);
          }
        });
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
