package no.samsnakk.platform.connections;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a request comes from. Behind an ingress its own address is the last hop's; the browser's
 * then stands in {@code X-Forwarded-For}, which anybody can write. So only what a trusted proxy has
 * added is believed: read from the right, the first address that is not such a proxy.
 */
@ApplicationScoped
public class Proxies {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final List<String> THIS_MACHINE = List.of("127.0.0.0/8", "::1");

  private final List<Network> trusted;

  Proxies(ConnectionConfig config) {
    trusted =
        Stream.concat(THIS_MACHINE.stream(), config.trustedProxies().orElse(List.of()).stream())
            .map(String::strip)
            .map(Network::of)
            .toList();
  }

  boolean trusts(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.holds(address));
  }

  /** What to count a request's sender by. Nothing if the address is not known. */
  public Optional<Sender> sender(HttpServerRequest request) {
    var peer = request.connection().remoteAddress().hostAddress();
    return peer == null
        ? Optional.empty()
        : sender(InetAddress.ofLiteral(peer), request.headers().getAll(FORWARDED));
  }

  Optional<Sender> sender(InetAddress peer, List<String> forwarded) {
    if (!trusts(peer)) {
      return Optional.of(Sender.of(peer));
    }
    var hops = forwarded.stream().flatMap(it -> Arrays.stream(it.split(",", -1))).toList();
    for (var hop : hops.reversed()) {
      var address = literal(hop.strip());
      if (address.isEmpty()) {
        return Optional.empty();
      }
      if (!trusts(address.get())) {
        return address.map(Sender::of);
      }
    }
    return Optional.empty();
  }

  private static Optional<InetAddress> literal(String written) {
    try {
      return Optional.of(InetAddress.ofLiteral(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
