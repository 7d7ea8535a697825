package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;

class LoopbackResolverTest {
  private static final byte[] OTHER = {10, 9, 9, 9};
  private static final byte[] OWN = {127, 0, 0, 1};

  /** A hosts file that gives a name these addresses. */
  private static LoopbackResolver resolver(byte[]... addresses) {
    return new LoopbackResolver(
        new SystemDefaultDnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            var all = new InetAddress[addresses.length];
            for (int i = 0; i < all.length; i++) {
              all[i] = InetAddress.getByAddress(host, addresses[i]);
            }
            return all;
          }
        });
  }

  @Test
  void a_name_of_this_machine_that_leads_elsewhere_is_refused() {
    assertThatThrownBy(() -> resolver(OTHER).resolve("localhost"))
        .cause()
        .isInstanceOf(ResponseException.class)
        .hasMessage(
            "localhost is another machine here, 10.9.9.9, so no connection was made. Correct this"
                + " machine's hosts file, or remove -Djdk.net.hosts.file from MAVEN_OPTS or"
                + " jvm.config.");
  }

  @Test
  void only_the_addresses_of_this_machine_are_used() throws Exception {
    assertThat(resolver(OTHER, OWN).resolve("localhost", 80))
        .singleElement()
        .satisfies(address -> assertThat(address.getAddress().getAddress()).isEqualTo(OWN));
  }

  @Test
  void a_name_is_canonical_without_a_look_up() {
    assertThat(resolver(OTHER).resolveCanonicalHostname("localhost")).isEqualTo("localhost");
  }
}
