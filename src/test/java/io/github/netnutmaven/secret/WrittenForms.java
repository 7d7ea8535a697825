package io.github.netnutmaven.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How programs write a secret. */
public final class WrittenForms {
  private WrittenForms() {}

  /** The secret as it is, in hex and with all kinds of escapes, also within each other. */
  public static Stream<String> escaped(String secret) {
    var utf8 = secret.getBytes(StandardCharsets.UTF_8);
    var hex = HexFormat.of().formatHex(utf8);
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    var json = secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    var xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    var attribute = xml.replace("\"", "&quot;");
    return Stream.of(
        secret,
        hex,
        hex.toUpperCase(Locale.ROOT),
        url,
        url.replace("+", "%20"),
        url.replace("+", "%20").replace("%2B", "+"),
        Pattern.compile("%..").matcher(url).replaceAll(e -> e.group().toLowerCase(Locale.ROOT)),
        HexFormat.ofDelimiter("").withPrefix("%").formatHex(utf8),
        HexFormat.ofDelimiter("").withPrefix("\\x").formatHex(utf8),
        json,
        json.replace("/", "\\/"),
        escaped(json.chars(), "\\u%04x", c -> c > 126 || "&<>'=+".indexOf(c) >= 0),
        escaped(json.chars(), "\\u%04X", c -> c > 126),
        escaped(secret.chars(), "\\u%04x", c -> true),
        xml,
        attribute,
        attribute.replace("'", "&apos;"),
        xml.replace("\"", "&#34;").replace("'", "&#39;"),
        xml.replace("\"", "&#x22;").replace("'", "&#x27;"),
        escaped(xml.codePoints(), "&#x%X;", c -> c > 126),
        escaped(secret.codePoints(), "&#%d;", c -> true),
        url.replace("%", "%25"),
        json.replace("\\", "\\\\").replace("\"", "\\\""),
        json.replace("&", "&amp;").replace("\"", "&quot;"),
        attribute.replace("&", "&amp;"),
        secret.replaceAll("[=:#!\\\\]", "\\\\$0"));
  }

  /** A text with the secret in Base64. */
  public static Stream<String> base64(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var base64 = Base64.getEncoder().encodeToString(bytes);
    return Stream.of(
        base64,
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
        Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes),
        Base64.getMimeEncoder().encodeToString(bytes),
        URLEncoder.encode(base64, StandardCharsets.UTF_8));
  }

  private static String escaped(IntStream characters, String form, IntPredicate which) {
    var result = new StringBuilder();
    characters.forEach(
        c ->
            result.append(
                which.test(c) ? String.format(Locale.ROOT, form, c) : Character.toString(c)));
    return result.toString();
  }
}
