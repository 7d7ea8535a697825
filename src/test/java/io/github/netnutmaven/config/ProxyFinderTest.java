package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class ProxyFinderTest {
  private final List<Proxy> proxies = new ArrayList<>();
  private final Properties properties = new Properties();
  private String decrypted;

  private Optional<ProxyChoice> to(String url) throws UserMistakeException {
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

  @Test
  void without_one_the_way_is_direct() throws Exception {
    assertThat(to("https://api.invalid")).isEmpty();
  }

  @Test
  void an_active_proxy_serves_https_too() throws Exception {
    add("office", "http", "proxy.invalid");

    assertThat(to("https://api.invalid"))
        .hasValue(
            new ProxyChoice(
                "proxy.invalid", 3128, Optional.empty(), "", "<proxy> 'office' in settings.xml"));
  }

  @Test
  void of_two_the_one_for_the_protocol_is_taken() throws Exception {
    add("plain", "http", "plain.invalid");
    add("tls", "https", "tls.invalid");

    assertThat(to("https://api.invalid").map(ProxyChoice::host)).hasValue("tls.invalid");
    assertThat(to("http://api.invalid").map(ProxyChoice::host)).hasValue("plain.invalid");
  }

  @Test
  void an_inactive_one_is_none() throws Exception {
    add("office", "https", "proxy.invalid").setActive(false);

    assertThat(to("https://api.invalid")).isEmpty();
  }

  @Test
  void one_without_a_host_is_none() throws Exception {
    add("unfinished", "https", null);
    add("blank", "https", " ");
    assertThat(to("https://api.invalid")).isEmpty();

    add("office", "http", "proxy.invalid");
    assertThat(to("https://api.invalid").map(ProxyChoice::host)).hasValue("proxy.invalid");
  }

  @Test
  void a_blank_username_is_none() throws Exception {
    add("office", "http", "proxy.invalid").setUsername(" ");

    assertThat(to("https://api.invalid").orElseThrow().username()).isEmpty();
  }

  @Test
  void javas_proxy_without_a_port_has_the_one_of_its_protocol() throws Exception {
    properties.setProperty("http.proxyHost", "plain.invalid");
    properties.setProperty("https.proxyHost", "tls.invalid");
    properties.setProperty("https.proxyPort", "");

    assertThat(to("http://api.invalid").map(ProxyChoice::port)).hasValue(80);
    assertThat(to("https://api.invalid").map(ProxyChoice::port)).hasValue(443);
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "0", "-1", "abc", "3128 ", "99999999999"})
  void javas_port_that_is_none_is_the_users_to_fix(String port) {
    properties.setProperty("https.proxyHost", "java.invalid");
    properties.setProperty("https.proxyPort", port);

    assertThatThrownBy(() -> to("https://api.invalid"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessage(
            "Tried to use the proxy of -Dhttps.proxyHost, but -Dhttps.proxyPort is no number from 1"
                + " to 65535, so nothing was sent. Correct it.");
  }

  @ParameterizedTest
  @ValueSource(ints = {65_536, 0, -1})
  void a_port_that_is_none_is_the_users_to_fix(int port) {
    add("office", "http", "proxy.invalid").setPort(port);

    assertThatThrownBy(() -> to("https://api.invalid"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessage(
            "Tried to use the <proxy> 'office' in settings.xml, but its <port> is no number from 1"
                + " to 65535, so nothing was sent. Correct it.");
  }

  @Test
  void the_first_and_the_last_port_are_ports() throws Exception {
    var proxy = add("office", "http", "proxy.invalid");
    for (int port : new int[] {1, 65_535}) {
      proxy.setPort(port);
      assertThat(to("https://api.invalid").map(ProxyChoice::port)).hasValue(port);
    }
  }

  @Test
  void a_port_of_a_proxy_that_is_not_on_the_way_does_not_matter() throws Exception {
    add("office", "http", "proxy.invalid").setPort(0);
    proxies.get(0).setNonProxyHosts("*.invalid");

    assertThat(to("https://api.invalid")).isEmpty();
    assertThat(to("https://localhost")).isEmpty();
  }

  @Test
  void loopback_is_reached_directly_whatever_is_configured() throws Exception {
    add("office", "http", "proxy.invalid");
    properties.setProperty("http.proxyHost", "java.invalid");

    for (var url : List.of("http://localhost:1", "http://127.0.0.1", "https://[::1]/v1")) {
      assertThat(to(url)).isEmpty();
    }
  }

  @Test
  void non_proxy_hosts_are_reached_directly_and_not_through_javas_proxy_either() throws Exception {
    add("office", "http", "proxy.invalid").setNonProxyHosts("*.invalid");
    properties.setProperty("https.proxyHost", "java.invalid");

    assertThat(to("https://api.invalid")).isEmpty();
    assertThat(to("https://api.example")).isPresent();
  }

  @Test
  void javas_own_properties_come_second() throws Exception {
    properties.setProperty("https.proxyHost", "java.invalid");
    properties.setProperty("https.proxyPort", "8080");
    properties.setProperty("http.nonProxyHosts", "direct.*");

    assertThat(to("https://api.invalid").map(Object::toString))
        .hasValue("ProxyChoice[java.invalid:8080, -Dhttps.proxyHost]");
    assertThat(to("http://api.invalid")).isEmpty();
    assertThat(to("https://direct.invalid")).isEmpty();

    add("office", "http", "proxy.invalid");
    assertThat(to("https://api.invalid").map(ProxyChoice::host)).hasValue("proxy.invalid");
  }

  @Test
  void its_password_is_decrypted_and_never_printed() throws Exception {
    var proxy = add("office", "http", "proxy.invalid");
    proxy.setUsername("me");
    proxy.setPassword("{COQLCE6DU6GtcS5P=}");
    decrypted = "fake-proxy-password";

    var choice = to("https://api.invalid").orElseThrow();
    assertThat(choice.username()).hasValue("me");
    assertThat(choice.password()).isEqualTo("fake-proxy-password");
    assertThat(choice.toString()).doesNotContain("me", "fake-proxy-password");
  }

  @Test
  void one_that_does_not_decrypt_is_the_users_to_fix() {
    var proxy = add("office", "http", "proxy.invalid");
    proxy.setUsername("me");
    proxy.setPassword("{COQLCE6DU6GtcS5P=}");

    assertThatThrownBy(() -> to("https://api.invalid"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("<proxy> 'office' in settings.xml")
        .hasMessageContaining("does not decrypt")
        .hasMessageNotContaining("COQLCE6DU6GtcS5P");
  }
}
