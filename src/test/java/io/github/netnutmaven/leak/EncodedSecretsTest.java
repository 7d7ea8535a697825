package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found in every encoding, and only a whole one. */
class EncodedSecretsTest {
  static final String TOKEN = "fake.to_ken~with-all/kinds+of=letters&more<in>it:#!%'";
  static final String PASSWORD = "fäke \"Pa55\\word\" 🔑";
  private static final String HARD =
      " fake 'q' <&>$ pa{ss}wörd ${x} e\u0301 \u2028 \u05e9 \t\"\\\ud83d\udd11 #!:= "
          + "x".repeat(300);
  private static final String SIGNS = "&&&&%%%%";

  private static final Map<List<String>, SearchedStream> SEARCHES = new HashMap<>();

  private static String found(byte[] text, String... secrets) {
    return Planted.found(
        SEARCHES.computeIfAbsent(List.of(secrets), key -> Planted.searchFor(secrets)), text);
  }

  static Stream<Map.Entry<String, byte[]>> written() {
    var all = new ArrayList<Map.Entry<String, byte[]>>();
    for (var secret : List.of(TOKEN, PASSWORD, HARD, SIGNS, "12345678")) {
      forms(secret).map(Planted::bytes).forEach(form -> all.add(Map.entry(secret, form)));
      all.add(Map.entry(secret, secret.getBytes(StandardCharsets.UTF_16LE)));
      all.add(Map.entry(secret, secret.getBytes(StandardCharsets.UTF_16BE)));
    }
    all.add(Map.entry("fäke-päss", "fäke-päss".getBytes(StandardCharsets.ISO_8859_1)));
    return all.stream();
  }

  @Test
  void a_secret_is_found_in_properties_xml_and_class_files_that_java_writes() throws IOException {
    for (var secret : List.of(TOKEN, PASSWORD, HARD, SIGNS)) {
      var properties = new Properties();
      properties.setProperty("key", secret);
      var plain = new ByteArrayOutputStream();
      properties.store(plain, null);
      var xml = new ByteArrayOutputStream();
      properties.storeToXML(xml, null);

      var classFile = new ByteArrayOutputStream();
      new DataOutputStream(classFile).writeUTF(secret);

      for (var written : List.of(plain, xml, classFile)) {
        assertThat(found(written.toByteArray(), secret)).as(secret).isNotEmpty();
      }
    }
  }

  /** How programs write a secret. */
  static Stream<String> forms(String secret) {
    var utf8 = Planted.bytes(secret);
    var hex = HexFormat.of().formatHex(utf8);
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    var json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
    var xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    var attribute = xml.replace("\"", "&quot;");
    var simple =
        Stream.of(
            secret,
            hex,
            hex.toUpperCase(Locale.ROOT),
            url,
            url.replace("+", "%20"),
            lowerEscapes(url),
            HexFormat.ofDelimiter("").withPrefix("%").formatHex(utf8),
            json,
            json.replace("/", "\\/"),
            escaped(json, "\\u%04x", c -> c > 126 || "&<>'=+".indexOf(c) >= 0),
            escaped(json, "\\u%04X", c -> c > 126),
            escaped(secret, "\\u%04x", c -> true),
            xml,
            attribute,
            attribute.replace("'", "&apos;"),
            xml.replace("\"", "&#34;").replace("'", "&#39;"),
            xml.replace("\"", "&#x22;").replace("'", "&#x27;"),
            url.replace("%", "%25"),
            json.replace("\\", "\\\\").replace("\"", "\\\""),
            json.replace("&", "&amp;").replace("\"", "&quot;"),
            attribute.replace("&", "&amp;"),
            secret.replaceAll("[=:#!\\\\]", "\\\\$0"));
    var base64 =
        Stream.of("", "a", "ab", "abc")
            .flatMap(before -> Stream.of("", "c", "cd").map(after -> before + secret + after))
            .map(Planted::bytes)
            .flatMap(
                text ->
                    Stream.of(
                        Base64.getEncoder().encodeToString(text),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(text),
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(text),
                        Base64.getMimeEncoder().encodeToString(text),
                        URLEncoder.encode(
                            Base64.getEncoder().encodeToString(text), StandardCharsets.UTF_8)));
    return Stream.concat(simple, base64);
  }

  private static String lowerEscapes(String url) {
    return Pattern.compile("%..")
        .matcher(url)
        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  private static String escaped(String text, String form, IntPredicate which) {
    var result = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                result.append(
                    which.test(c)
                        ? String.format(Locale.ROOT, form, c)
                        : String.valueOf((char) c)));
    return result.toString();
  }

  @ParameterizedTest
  @MethodSource("written")
  void a_secret_is_found_however_it_is_written(Map.Entry<String, byte[]> written) {
    assertThat(found(written.getValue(), written.getKey())).isNotEmpty();
    assertThat(found(around(written.getValue(), "x=", "!"), written.getKey())).isNotEmpty();
  }

  /** The bits that differ are not in a digit of Base64 that a neighbour shares. */
  @ParameterizedTest
  @MethodSource("written")
  void a_secret_with_another_first_or_last_character_is_not_found(
      Map.Entry<String, byte[]> written) {
    var secret = written.getKey();
    int last = secret.length() - 1;
    var other = secret.substring(0, last) + (char) (secret.charAt(last) ^ 0x40);

    assertThat(found(written.getValue(), other, "?" + secret.substring(1))).isEmpty();
  }

  @Test
  void a_secret_is_found_with_any_line_break_anywhere_in_it() {
    var token = "fake-" + "0123456789abcdefghij".repeat(12);
    for (int at = 20; at < token.length() - 20; at++) {
      for (var broken : List.of("\n", "\r\n ", "\\n", "&#10;")) {
        var text = token.substring(0, at) + broken + token.substring(at);
        assertThat(found(Planted.bytes(text), token)).as("%s", at).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, PASSWORD, "12345678"})
  void a_secret_is_found_in_base64_in_base64(String secret) {
    for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int offset = 0; offset < 9; offset++) {
        var inner = encoder.encode(Planted.bytes("x".repeat(offset / 3) + secret + "yz"));
        var outer = Base64.getEncoder().encode(around(inner, "z".repeat(offset % 3), "&"));
        assertThat(found(outer, secret)).isEqualTo("the secret, in Base64 in Base64");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-fake-token", "u0041-fake-token", "41-fake-token", "amp;fake-token"})
  void a_plain_secret_is_found_after_a_sign_with_which_it_looks_like_an_escape(String secret) {
    for (var sign : List.of("\\", "%", "%4", "&", "&#x", "\\x", "\\u00")) {
      assertThat(found(Planted.bytes("C:" + sign + secret), secret)).as(sign).isNotEmpty();
    }
  }

  private static byte[] around(byte[] text, String before, String after) {
    return Planted.joined(Planted.bytes(before), text, Planted.bytes(after));
  }
}
