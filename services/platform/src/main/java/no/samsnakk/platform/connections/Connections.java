package no.samsnakk.platform.connections;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Guards the connections of every port that this service opens, the management port among them: a
 * port that says when it opens from then on, any other within {@link #LOOK_EVERY_MS}. A connection
 * that was taken before that has no guard.
 *
 * <p>Neither Quarkus nor Vert.x has a time for a header that never ends, or a hook for a connection
 * that has been taken. So the ports are found where Vert.x takes connections, and a handler of ours
 * is put before its own.
 */
@ApplicationScoped
public class Connections {
  /** How soon a port is guarded that opens without saying so, as the management port does. */
  private static final long LOOK_EVERY_MS = 250;

  private final VertxInternal vertx;
  private final ConnectionConfig config;
  private final Places places;

  Connections(Vertx vertx, ConnectionConfig config, Proxies proxies) {
    this.vertx = (VertxInternal) vertx;
    this.config = config;
    this.places = new Places(config, proxies);
  }

  /** Before any port is open. */
  void open(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(Connections::asked);
    vertx.setPeriodic(LOOK_EVERY_MS, look -> guardAll());
  }

  void openManagement(@Observes ManagementInterface management) {
    management.router().route().order(Integer.MIN_VALUE).handler(Connections::asked);
  }

  void opened(@ObservesAsync HttpServerStart started) {
    guardAll();
  }

  private void guardAll() {
    for (EventExecutor loop : vertx.getAcceptorEventLoopGroup()) {
      if (loop instanceof SingleThreadEventLoop acceptor) {
        acceptor.execute(() -> acceptor.registeredChannelsIterator().forEachRemaining(this::guard));
      }
    }
  }

  private void guard(Channel channel) {
    if (channel instanceof ServerChannel && channel.pipeline().get(GuardedPort.class) == null) {
      channel.pipeline().addFirst(new GuardedPort(config, places));
    }
  }

  private static void asked(RoutingContext ctx) {
    var request = ctx.request();
    if (request.version() == HttpVersion.HTTP_2) {
      // Switched off; should it be on all the same, it is told so and not half served.
      ctx.response().setStatusCode(505).end().onComplete(end -> request.connection().close());
      return;
    }
    MeasuredRoute.none(ctx);
    if (request.connection() instanceof ConnectionBase connection) {
      var guard = connection.channel().pipeline().get(ConnectionGuard.class);
      if (guard != null) {
        guard.asks(request);
        ctx.addEndHandler(end -> guard.answered(request));
      }
    }
    ctx.next();
  }
}
