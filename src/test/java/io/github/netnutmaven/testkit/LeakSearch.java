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
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/** Searches what a build left for secrets, plain and in the usual encodings. */
public final class LeakSearch {
  /** The encoded secrets, and what a finding calls each. */
  private final Map<String, String> patterns = new LinkedHashMap<>();

  private final List<String> found = new ArrayList<>();

  /** A search for these secrets, which are not empty. */
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
    put(secret, name + " as it is");
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    put(url, name + " URL-encoded");
    put(url.replace("+", "%20"), name + " URL-encoded");
    var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    put(json, name + " JSON-escaped");
    put(ascii(json, "\\u%04x"), name + " JSON-escaped");
    put(ascii(json, "\\u%04X"), name + " JSON-escaped");
    put(wire(json), name + " in a wire log");
    var xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    put(xml, name + " XML-escaped");
    var attribute = xml.replace("\"", "&quot;");
    put(attribute, name + " XML-escaped");
    put(attribute.replace("'", "&apos;"), name + " XML-escaped");
    put(ascii(attribute.replace("'", "&#39;"), "&#%d;"), name + " XML-escaped");
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(bytes);
    put(hex, name + " in hex");
    put(hex.toUpperCase(Locale.ROOT), name + " in hex");
    for (int shift = 0; shift < 3; shift++) {
      // The digits that the Base64 of every text around the secret has in common.
      var shifted = new byte[shift + bytes.length];
      System.arraycopy(bytes, 0, shifted, shift, bytes.length);
      var base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      var common = base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1);
      put(common, name + " in Base64");
      put(common.replace('+', '-').replace('/', '_'), name + " in Base64");
    }
  }

  private void put(String pattern, String name) {
    patterns.putIfAbsent(pattern, name);
  }

  /** A text in which all characters outside of ASCII are escaped. */
  private static String ascii(String text, String escape) {
    return text.chars()
        .mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format(Locale.ROOT, escape, c))
        .collect(Collectors.joining());
  }

  /** A text as HttpClient's wire log shows it: each byte outside of ASCII as a negative number. */
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
    patterns.forEach(
        (pattern, secret) -> {
          var finding = name + " has " + secret;
          if (text.contains(pattern) && !found.contains(finding)) {
            found.add(finding);
          }
        });
    return this;
  }

  /** Searches a file or all files below a directory, and the entries of zip files. */
  public LeakSearch path(Path path) throws IOException {
    try (var files = Files.walk(path)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        bytes(file.toString(), Files.readAllBytes(file));
      }
    }
    return this;
  }

  /** A line for each finding; empty if there is none. */
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
