package no.samsnakk.audit.seats;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks by itself, and shows how many seats without an approval there are. */
@ApplicationScoped
class SeatWatch {
  private final Vertx vertx;
  private final SeatCheck check;
  private final SeatCheckConfig config;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long found;
  private volatile long timer;

  SeatWatch(Vertx vertx, SeatCheck check, SeatCheckConfig config, MeterRegistry metrics) {
    this.vertx = vertx;
    this.check = check;
    this.config = config;
    Gauge.builder("samsnakk.audit.seats.without.approval", this, it -> it.found)
        .description("Seats whose patient has not approved them, as far as the log says")
        .register(metrics);
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(config.look().toMillis(), id -> look());
  }

  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
  }

  private void look() {
    if (looking.compareAndSet(false, true)) {
      check
          .look()
          .onTermination()
          .invoke(() -> looking.set(false))
          .subscribe()
          .with(count -> found = count, e -> LOG.seatsNotChecked(e.getClass().getSimpleName()));
    }
  }
}
