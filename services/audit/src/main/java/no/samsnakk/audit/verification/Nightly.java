package no.samsnakk.audit.verification;

import static no.samsnakk.audit.log.AuditLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samsnakk.audit.night.Night;
import no.samsnakk.audit.night.Overdue;

/**
 * Has the log verified once a night, by whichever instance comes first. What is due follows from
 * the clock and from what was found last, so a night in which nothing ran is made up for.
 */
@ApplicationScoped
class Nightly {
  private final Vertx vertx;
  private final Verification verification;
  private final Verifications kept;
  private final VerificationMetrics metrics;
  private final VerificationConfig config;
  private final Clock clock;
  private final Overdue overdue;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile long timer;

  Nightly(
      Vertx vertx,
      Verification verification,
      Verifications kept,
      VerificationMetrics metrics,
      VerificationConfig config,
      Clock clock) {
    this.vertx = vertx;
    this.verification = verification;
    this.kept = kept;
    this.metrics = metrics;
    this.config = config;
    this.clock = clock;
    this.overdue = new Overdue(clock, LOG::verificationOverdue);
    metrics.watch(overdue);
  }

  void start(@Observes StartupEvent started) {
    timer = vertx.setPeriodic(config.look().toMillis(), id -> lookByItself());
  }

  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
  }

  private void lookByItself() {
    watch().subscribe().with(done -> {}, e -> LOG.notVerified(e.getClass().getSimpleName()));
    if (looking.compareAndSet(false, true)) {
      look()
          .onTermination()
          .invoke(() -> looking.set(false))
          .subscribe()
          .with(done -> {}, e -> LOG.notVerified(e.getClass().getSimpleName()));
    }
  }

  /** Tells if it was not verified for too long; also while an attempt does not end. */
  Uni<Void> watch() {
    return kept.latest(clock.instant())
        .invoke(latest -> overdue.look(latest.map(Verified::at)))
        .replaceWithVoid();
  }

  /** Verifies the log if that is due; else shows what another instance has found. */
  Uni<Optional<Verified>> look() {
    return due()
        .chain(
            due -> due ? verification.runIf(this::due) : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Boolean> due() {
    return kept.latest(clock.instant())
        .invoke(latest -> latest.ifPresent(metrics::show))
        .map(
            latest ->
                latest.isEmpty()
                    || latest.get().at().isBefore(Night.lastStruck(config.at(), clock.instant())));
  }
}
