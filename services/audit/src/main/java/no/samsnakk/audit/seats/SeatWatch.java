package no.samsnakk.audit.seats;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samsnakk.audit.night.Overdue;

/** Looks by itself, and shows how many seats without an approval there are. */
@ApplicationScoped
class SeatWatch {
  private final Vertx vertx;
  private final SeatCheck check;
  private final SeatCheckConfig config;
  private final Overdue overdue;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long found;
  private volatile long timer;

  SeatWatch(
      Vertx vertx, SeatCheck check, SeatCheckConfig config, MeterRegistry metrics, Clock clock) {
    this.vertx = vertx;
    this.check = check;
    this.config = config;
    Gauge.builder("samsnakk.audit.seats.without.approval", this, it -> it.found)
        .description("Seats whose patient has not approved them, as far as the log says")
        .register(metrics);
    this.overdue = new Overdue(clock, LOG::seatCheckOverdue);
    Gauge.builder("samsnakk.audit.seats.check.overdue", overdue, Overdue::gauge)
        .description("1 where seats were not compared for more than 36 hours, else 0")
        .register(metrics);
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(config.look().toMillis(), id -> look());
  }

  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
  }

  /** Tells if they were not compared for too long; also while an attempt does not end. */
  Uni<Void> watch() {
    return check.last().invoke(overdue::look).replaceWithVoid();
  }

  private void look() {
    watch().subscribe().with(done -> {}, e -> LOG.seatsNotChecked(e.getClass().getSimpleName()));
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
