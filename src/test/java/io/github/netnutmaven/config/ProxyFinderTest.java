package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class ProxyFinderTest {
  private final List<Proxy> proxies = new ArrayList<>();
  private final Properties properties = new Properties();
  private String decrypted;

  private @Nullable HttpProxy to(String url) throws UserMistakeException {
    return new ProxyFinder(
            proxies,
            request -> {
              var proxy = request.getProxies().get(0).clone();
              if (decrypted != null) {
                proxy.setPassword(decrypted);
              }
              var result = Mockito.mock(SettingsDecryptionResult.class);
              Mockito.when(result.getProxy()).thenReturn(proxy);
              return result;
            },
            properties,
            "settings.xml")
        .proxyTo(ApiUrl.parse(url));
  }

  private Proxy add(String id, String protocol, String host) {
    var proxy = new Proxy();
    proxy.setId(id);
    proxy.setProtocol(protocol);
    proxy.setHost(host);
    proxy.setPort(3128);
    proxies.add(proxy);
    return proxy;
  }

  private @Nullable String hostTo(String url) throws UserMistakeException {
    var choice = to(url);
    return choice == null ? null : choice.host();
  }

  @Test
  void an_active_http_proxy_serves_https_too() throws Exception {
    add("office", "http", "proxy.invalid");

    assertThat(to("https://api.invalid"))
        .isEqualTo(
            new HttpProxy("proxy.invalid", 3128, null, "", "<proxy> 'office' in settings.xml"));
  }

  @Test
  void the_proxy_for_the_protocol_comes_first() throws Exception {
    add("plain", "http", "plain.invalid");
    add("tls", "https", "tls.invalid");

    assertThat(hostTo("https://api.invalid")).isEqualTo("tls.invalid");
    assertThat(hostTo("http://api.invalid")).isEqualTo("plain.invalid");
  }

  @Test
  void an_inactive_proxy_is_not_used() throws Exception {
    add("office", "https", "proxy.invalid").setActive(false);
    add("other", "http", "other.invalid").setActive(false);
    assertThat(to("https://api.invalid")).isNull();

    add("active", "http", "active.invalid");
    assertThat(hostTo("https://api.invalid")).isEqualTo("active.invalid");
  }

  @Test
  void a_username_does_not_need_a_password_and_may_be_blank() throws Exception {
    var proxy = add("office", "http", "proxy.invalid");
    proxy.setUsername("me");
    assertThat(to("https://api.invalid").username()).isEqualTo("me");
    assertThat(to("https://api.invalid").password()).isEmpty();

    proxy.setUsername(" ");
    assertThat(to("https://api.invalid").username()).isNull();
  }

  @Test
  void a_proxy_of_java_without_a_port_has_the_port_of_its_protocol() throws Exception {
    properties.setProperty("http.proxyHost", "plain.invalid");
    properties.setProperty("https.proxyHost", "tls.invalid");
    properties.setProperty("https.proxyPort", "");

    assertThat(to("http://api.invalid").port()).isEqualTo(80);
    assertThat(to("https://api.invalid").port()).isEqualTo(443);
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "0", "-1", "abc", "3128 ", "99999999999"})
  void an_invalid_port_of_java_is_refused(String port) {
    properties.setProperty("https.proxyHost", "java.invalid");
    properties.setProperty("https.proxyPort", port);

    assertRefused(
        "Tried to use the proxy of -Dhttps.proxyHost, but -Dhttps.proxyPort is not a number from 1"
            + " to 65535, so nothing was sent. Correct it.");
  }

  @ParameterizedTest
  @ValueSource(ints = {65_536, 0, -1})
  void an_invalid_port_of_the_settings_is_refused(int port) {
    add("office", "http", "proxy.invalid").setPort(port);

    assertRefused(
        "Tried to use the <proxy> 'office' in settings.xml, but its <port> is not a number from 1"
            + " to 65535, so nothing was sent. Correct it.");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> to("https://api.invalid"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_535})
  void the_first_and_the_last_port_are_valid(int port) throws Exception {
    add("office", "http", "proxy.invalid").setPort(port);

    assertThat(to("https://api.invalid").port()).isEqualTo(port);
  }

  @Test
  void the_port_of_a_proxy_that_is_not_needed_is_not_checked() throws Exception {
    add("office", "http", "proxy.invalid").setPort(0);
    proxies.get(0).setNonProxyHosts("*.invalid");

    assertThat(to("https://api.invalid")).isNull();
    assertThat(to("https://localhost")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1", "https://[::1]/v1"})
  void loopback_is_reached_directly(String url) throws Exception {
    add("office", "http", "proxy.invalid");
    properties.setProperty("http.proxyHost", "java.invalid");

    assertThat(to(url)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "*.corp.example|localhost|10.*, api.corp.example, true",
    "*.corp.example|localhost|10.*, 10.1.2.3, true",
    "*.corp.example|localhost|10.*, corp.example, false",
    "*.corp.example|localhost|10.*, api.corp.example.org, false",
    "*.corp.example|localhost|10.*, 110.1.2.3, false",
    "*.Corp.Example, API.corp.example., true",
    "api.example., api.example, true",
    "'a.example | b.example ', b.example, true",
    "*, anything.example, true",
    "[::1]|[2001:db8::*], [2001:db8::7], true",
    "2001:db8::7, [2001:DB8::7], true",
    "a*b*c, a-x-b-y-c, true",
    "a*b*c, ac, false",
    "ab*ba, aba, false",
    "a*, ba, false",
    "**, a, true",
    "a.b, axb, false",
    "'', a.example, false",
    "'|', a.example, false",
  })
  void a_host_is_reached_directly_if_it_matches_a_pattern_of_nonProxyHosts(
      String patterns, String host, boolean direct) throws Exception {
    add("office", "http", "proxy.invalid").setNonProxyHosts(patterns);

    assertThat(to("https://" + host) == null).isEqualTo(direct);
  }

  @Test
  void a_host_in_nonProxyHosts_does_not_use_the_proxy_of_java_either() throws Exception {
    add("office", "http", "proxy.invalid").setNonProxyHosts("*.invalid");
    properties.setProperty("https.proxyHost", "java.invalid");

    assertThat(to("https://api.invalid")).isNull();
    assertThat(hostTo("https://api.example")).isEqualTo("proxy.invalid");
  }

  @Test
  void the_properties_of_java_come_second() throws Exception {
    properties.setProperty("https.proxyHost", "java.invalid");
    properties.setProperty("https.proxyPort", "8080");
    properties.setProperty("http.nonProxyHosts", "direct.*");

    assertThat(to("https://api.invalid")).hasToString("java.invalid:8080 (-Dhttps.proxyHost)");
    assertThat(to("http://api.invalid")).isNull();
    assertThat(to("https://direct.invalid")).isNull();

    add("office", "http", "proxy.invalid");
    assertThat(hostTo("https://api.invalid")).isEqualTo("proxy.invalid");
  }

  @Test
  void the_password_is_decrypted_and_never_printed() throws Exception {
    var proxy = add("office", "http", "proxy.invalid");
    proxy.setUsername("me");
    proxy.setPassword("{COQLCE6DU6GtcS5P=}");
    decrypted = "fake-proxy-password";

    var choice = to("https://api.invalid");
    assertThat(choice.username()).isEqualTo("me");
    assertThat(choice.password()).isEqualTo("fake-proxy-password");
    assertThat(choice.toString()).doesNotContain("me", "fake-proxy-password");
  }

  @Test
  void a_password_that_does_not_decrypt_is_refused() {
    var proxy = add("office", "http", "proxy.invalid");
    proxy.setUsername("me");
    proxy.setPassword("{COQLCE6DU6GtcS5P=}");

    assertThatThrownBy(() -> to("https://api.invalid"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll("<proxy> 'office' in settings.xml", "does not decrypt")
        .hasMessageNotContaining("COQLCE6DU6GtcS5P");
  }
}
