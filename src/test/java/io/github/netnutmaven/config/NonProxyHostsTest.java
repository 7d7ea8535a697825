package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonProxyHostsTest {
  @ParameterizedTest
  @CsvSource({
    "*.corp.example|localhost|10.*, api.corp.example, true",
    "*.corp.example|localhost|10.*, 10.1.2.3, true",
    "*.corp.example|localhost|10.*, LOCALHOST, true",
    "*.corp.example|localhost|10.*, corp.example, false",
    "*.corp.example|localhost|10.*, api.corp.example.org, false",
    "*.corp.example|localhost|10.*, 110.1.2.3, false",
    "*.Corp.Example, API.corp.example., true",
    "api.example., api.example, true",
    "'a | b.example ', b.example, true",
    "*, anything.example, true",
    "[::1]|[2001:db8::*], [2001:db8::7], true",
    "2001:db8::7, [2001:DB8::7], true",
    "a*b*c, a-x-b-y-c, true",
    "a*b*c, ac, false",
    "ab*ba, aba, false",
    "a.b, axb, false",
    "'', a.example, false",
    "'|', a.example, false",
  })
  void tells_which_hosts_are_reached_directly(String patterns, String host, boolean direct) {
    assertThat(NonProxyHosts.contain(patterns, host)).isEqualTo(direct);
  }

  @Test
  void agrees_with_what_the_stars_mean() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      var pattern = text(random, "ab*.");
      var host = text(random, "ab.");
      if (host.endsWith(".") || pattern.endsWith(".") || pattern.isEmpty()) {
        continue;
      }
      var regex = pattern.replace(".", "\\.").replace("*", ".*");
      assertThat(NonProxyHosts.contain(pattern, host))
          .as("%s in %s", host, pattern)
          .isEqualTo(host.matches(regex));
    }
  }

  private static String text(Random random, String letters) {
    var text = new StringBuilder();
    for (int n = random.nextInt(8); n > 0; n--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
