package io.github.netnutmaven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Whatever a server says, it is shown as one short line without the secret and without commands.
 */
class SafeTextFuzzTest {
  /** Only the secret contains it, so wherever it appears, a part of the secret is shown. */
  private static final String MARK = "§";

  /** The input is the secret, what comes before it and what comes after it, a line each. */
  @FuzzTest(maxDuration = "60s")
  void shows_one_short_line_without_the_secret(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).replace(MARK, "").split("\n", 3);
    var secret = MARK + lines[0] + MARK;
    var before = lines.length > 1 ? lines[1] : "";
    var after = lines.length > 2 ? lines[2] : "";

    assertThat(SafeText.oneLine(before + secret + after, secret))
        .doesNotContain(MARK, "::", "##")
        .hasSizeLessThanOrEqualTo(SafeText.MAX_LENGTH)
        .matches("[^\\p{Cntrl}\u2028\u2029]*");
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    assertThat(SafeText.oneLine(before + Base64.getEncoder().encodeToString(bytes) + after, secret))
        .isEqualTo("(not shown: it repeats a secret)");
    var url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    assertThat(SafeText.oneLine(before + url + after, secret))
        .isEqualTo("(not shown: it repeats a secret)");
  }
}
