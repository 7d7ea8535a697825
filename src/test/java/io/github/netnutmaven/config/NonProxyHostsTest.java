package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

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
    "a*b, ab, true",
    "ab*ba, aba, false",
    "a*b*b, ab, false",
    "a*, ba, false",
    "*a*, bab, true",
    "**, a, true",
    "a.b, axb, false",
    "'', a.example, false",
    "'|', a.example, false",
  })
  void a_host_is_reached_directly_if_it_matches_a_pattern(
      String patterns, String host, boolean direct) {
    assertThat(NonProxyHosts.contain(patterns, host)).isEqualTo(direct);
  }
}
