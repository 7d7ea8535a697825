package io.github.netnutmaven.leak;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.secret.SecretPattern;
import io.github.netnutmaven.secret.WrittenForms;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found in every encoding, and only a whole one. */
class EncodedSecretsTest {
  private static final String TOKEN = "fake.to_ken~with-all/kinds+of=letters&more<in>it:#!%'";
  private static final String PASSWORD = "fäke \"Pa55\\word\" 🔑";
  private static final String HARD =
      " fake 'q' <&>$ pa{ss}wörd ${x} e\u0301 \u2028 \u05e9 \t\"\\\ud83d\udd11 #!:= "
          + "x".repeat(300);
  private static final String SIGNS = "&&&&%%%%";

  private static final Map<List<String>, TextSearch> SEARCHES = new HashMap<>();

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
    return all.stream();
  }

  private static Stream<String> forms(String secret) {
    var base64 =
        Stream.of("", "a", "ab", "abc")
            .flatMap(before -> Stream.of("", "c", "cd").map(after -> before + secret + after))
            .flatMap(WrittenForms::base64);
    return Stream.concat(WrittenForms.escaped(secret), base64);
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

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
  void a_finding_names_the_encoding_of_either_charset(String charset) {
    var secret = "fäke-pässwort";
    var bytes = secret.getBytes(Charset.forName(charset));

    assertThat(found(bytes, secret)).isEqualTo("the secret");
    assertThat(found(Planted.bytes(HexFormat.of().formatHex(bytes)), secret))
        .isEqualTo("the secret, in hex");
    assertThat(found(Base64.getEncoder().encode(around(bytes, "ab", "!")), secret))
        .isEqualTo("the secret, in Base64");
    assertThat(found(secret.getBytes(StandardCharsets.UTF_16LE), secret))
        .isEqualTo("the secret, in UTF-16");
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
  @ValueSource(strings = {"%%%02x", "\\x%02x", "\\u%04X", "&#x%x;", "&#%d;"})
  void a_secret_with_escapes_is_found_with_all_its_characters_escaped(String form) {
    for (var secret : List.of("fake pw \\new", "fake+\\tab", "fake-\\u0041\\x41")) {
      var text = secret.chars().mapToObj(c -> String.format(form, c)).collect(joining());
      assertThat(found(Planted.bytes(text), secret)).as(text).isEqualTo("the secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"new-fake-token", "u0041-fake-token", "41-fake-token", "amp;fake-token"})
  void a_plain_secret_is_found_after_a_sign_with_which_it_looks_like_an_escape(String secret) {
    for (var sign : List.of("\\", "%", "%4", "&", "&#x", "\\x", "\\u00")) {
      assertThat(found(Planted.bytes("C:" + sign + secret), secret)).as(sign).isNotEmpty();
    }
  }

  @Test
  void a_secret_with_characters_beyond_latin_1_has_no_patterns_of_its_latin_1_bytes() {
    assertThat(found(Planted.bytes("fake-w?rt"), "fake-w\u0100rt")).isEmpty();
  }

  @Test
  void no_pattern_prints_the_secret() {
    assertThat(SecretPattern.of(new Secret("it", TOKEN)))
        .extracting(SecretPattern::toString)
        .contains("it", "it, in hex")
        .doesNotContain(TOKEN);
  }

  private static byte[] around(byte[] text, String before, String after) {
    return Planted.joined(Planted.bytes(before), text, Planted.bytes(after));
  }
}
