package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever stands in nonProxyHosts, it is no crash, and a host is always among its own name. */
class NonProxyHostsFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void a_host_matches_itself_and_a_star(FuzzedDataProvider data) {
    var host = data.consumeString(40);
    var patterns = data.consumeRemainingAsString();

    assertThat(NonProxyHosts.contain(patterns + "|*", host)).isTrue();
    if (!host.isBlank() && host.indexOf('|') < 0 && host.indexOf('*') < 0) {
      assertThat(NonProxyHosts.contain(patterns + "|" + host.strip(), host.strip())).isTrue();
    }
  }
}
