package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.Programs;
import io.github.netnutmaven.testkit.SilentServer;
import io.github.netnutmaven.testkit.TestProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A proxy on this machine gets its password in clear, so nothing on the way to it may leave this
 * machine, whatever a project sets for the JVM. Each test runs in a new JVM.
 */
@Timeout(60)
class LocalProxyTest {
  private static List<String> asked(List<String> options, String host, int port) throws Exception {
    var api = "https://api.invalid/v1";
    return Programs.output(
            Programs.java(options, AskingProcess.class, api, host, String.valueOf(port))
                .toArray(String[]::new))
        .lines()
        .filter(line -> line.startsWith("ASKED "))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "LocalHost"})
  void a_socks_proxy_is_not_used_on_the_way_to_it(String host) throws Exception {
    try (var socks = new SilentServer();
        var proxy = new TestProxy("HTTP/1.1 407 X\r\nContent-Length: 0\r\n\r\n")) {
      var options =
          List.of(
              "-DsocksProxyHost=127.0.0.1",
              "-DsocksProxyPort=" + socks.port(),
              "-DsocksNonProxyHosts=");
      assertThat(asked(options, host, proxy.port()))
          .hasSize(4)
          .allSatisfy(line -> assertThat(line).contains("wants other credentials (407)"));
      assertThat(socks.connections()).isZero();
      assertThat(proxy.heads()).hasSize(4);
    }
  }

  @Test
  void a_hosts_file_cannot_make_it_another_machine(@TempDir Path directory) throws Exception {
    // Java takes it for no loopback address, yet it is this machine: nothing leaves it without the
    // check either.
    var hosts = Files.writeString(directory.resolve("hosts"), "0.0.0.0 localhost\n");
    assertThat(asked(List.of("-Djdk.net.hosts.file=" + hosts), "localhost", 3128))
        .hasSize(4)
        .allSatisfy(
            line -> assertThat(line).contains("localhost is another machine here, 0.0.0.0,"));
  }
}
