package no.samsnakk.messaging.wire.socket;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import no.samsnakk.messaging.readtrace.view.ViewOpenings;
import no.samsnakk.messaging.wire.connection.CloseCode;
import no.samsnakk.messaging.wire.connection.Sockets;

/** An instance that is stopped in order says so to its clients and closes its views in the log. */
@ApplicationScoped
class GracefulShutdown {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Sockets sockets;
  private final Subscriptions subscriptions;
  private final ViewOpenings viewOpenings;

  GracefulShutdown(Sockets sockets, Subscriptions subscriptions, ViewOpenings viewOpenings) {
    this.sockets = sockets;
    this.subscriptions = subscriptions;
    this.viewOpenings = viewOpenings;
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    sockets.all().forEach(socket -> socket.cut(CloseCode.RESTARTING));
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!(subscriptions.none() && viewOpenings.allClosed()) && System.nanoTime() < until) {
      Thread.sleep(10);
    }
  }
}
