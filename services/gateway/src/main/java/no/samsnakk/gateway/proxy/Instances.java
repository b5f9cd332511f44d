package no.samsnakk.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The instances of one service, asked in turn. One that takes no connection is passed over for the
 * next, before anything was sent; it, and one that did not answer, comes last for some seconds.
 */
final class Instances {
  private static final long LAST_FOR_NANOS = Duration.ofSeconds(5).toNanos();

  private final List<Instance> all;
  private final AtomicInteger turn = new AtomicInteger();

  Instances(List<URI> addresses) {
    this.all = addresses.stream().map(Instance::new).toList();
  }

  /** A request over a connection that one of them has taken; fails if none does. */
  Future<HttpClientRequest> request(HttpClient client, UnaryOperator<RequestOptions> with) {
    return request(client, with, inTurn().iterator());
  }

  private static Future<HttpClientRequest> request(
      HttpClient client, UnaryOperator<RequestOptions> with, Iterator<Instance> left) {
    var instance = left.next();
    return client
        .request(with.apply(instance.options()))
        .onFailure(failure -> instance.doubt())
        .recover(
            failure -> left.hasNext() ? request(client, with, left) : Future.failedFuture(failure));
  }

  /** The one behind this request took the connection and then said nothing. */
  void saidNothing(HttpClientRequest asked) {
    all.stream().filter(one -> one.isAt(asked)).forEach(Instance::doubt);
  }

  private List<Instance> inTurn() {
    List<Instance> order = new ArrayList<>(all);
    Collections.rotate(order, turn.getAndIncrement() % all.size());
    order.sort(Comparator.comparing(Instance::isDoubted));
    return order;
  }

  /** One address. */
  private static final class Instance {
    private final String host;
    private final int port;
    private final boolean tls;
    private volatile long doubtedAt = System.nanoTime() - LAST_FOR_NANOS;

    Instance(URI address) {
      tls = "https".equals(address.getScheme());
      host = address.getHost();
      port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    }

    RequestOptions options() {
      return new RequestOptions().setHost(host).setPort(port).setSsl(tls);
    }

    boolean isAt(HttpClientRequest asked) {
      return host.equals(asked.getHost()) && port == asked.getPort();
    }

    void doubt() {
      doubtedAt = System.nanoTime();
    }

    boolean isDoubted() {
      return System.nanoTime() - doubtedAt < LAST_FOR_NANOS;
    }
  }
}
