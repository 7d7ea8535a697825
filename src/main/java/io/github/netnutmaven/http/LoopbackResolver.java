package io.github.netnutmaven.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up a literal name of this machine, which must lead to this machine: a hosts file, also one
 * of {@code -Djdk.net.hosts.file}, can say otherwise.
 */
record LoopbackResolver(DnsResolver all) implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = all.resolve(host);
    var own = new ArrayList<InetAddress>();
    for (var address : addresses) {
      if (address.isLoopbackAddress()) {
        own.add(address);
      }
    }
    if (own.isEmpty()) {
      var failure = new UnknownHostException();
      failure.initCause(
          ResponseException.userMistake(
              "{} is another machine here, {}, so no connection was made. Correct this machine's"
                  + " hosts file, or remove -Djdk.net.hosts.file from MAVEN_OPTS or jvm.config.",
              host,
              addresses[0].getHostAddress()));
      throw failure;
    }
    return own.toArray(new InetAddress[0]);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
