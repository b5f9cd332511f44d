package no.samsnakk.messaging.socket;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import no.samsnakk.messaging.connection.CloseCode;
import no.samsnakk.messaging.connection.Sockets;
import no.samsnakk.messaging.view.Views;

/** An instance that is stopped in order says so to its clients and closes its views in the log. */
@ApplicationScoped
class Farewell {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Sockets sockets;
  private final Viewing viewing;
  private final Views views;

  Farewell(Sockets sockets, Viewing viewing, Views views) {
    this.sockets = sockets;
    this.viewing = viewing;
    this.views = views;
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    sockets.all().forEach(socket -> socket.cut(CloseCode.RESTARTING));
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!(viewing.none() && views.allClosed()) && System.nanoTime() < until) {
      Thread.sleep(10);
    }
  }
}
