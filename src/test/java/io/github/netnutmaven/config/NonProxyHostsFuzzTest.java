package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whatever nonProxyHosts holds, a pattern matches what its stars mean, and nothing else. */
class NonProxyHostsFuzzTest {
  /** More stars would have the regular expression try for too long. */
  private static final int MAX_STARS = 4;

  /** The input is one pattern and a host, a line each. */
  @FuzzTest(maxDuration = "60s")
  void matches_what_the_stars_of_the_pattern_mean(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    var pattern = lines[0].replace("|", "").strip();
    var host = lines[lines.length - 1];

    assertThat(NonProxyHosts.contain(pattern + "|*", host)).isTrue();
    assertThat(NonProxyHosts.contain("", host)).isFalse();
    if (pattern.chars().filter(c -> c == '*').count() <= MAX_STARS) {
      var stars = "\\Q" + plain(pattern).replace("*", "\\E.*\\Q") + "\\E";
      var means = Pattern.compile(stars, Pattern.DOTALL).matcher(plain(host)).matches();
      assertThat(NonProxyHosts.contain("|" + pattern, host)).isEqualTo(!pattern.isEmpty() && means);
    }
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT)
        .replaceFirst("(?s)^\\[(.*)]$", "$1")
        .replaceFirst("(?s)[.]$", "");
  }
}
