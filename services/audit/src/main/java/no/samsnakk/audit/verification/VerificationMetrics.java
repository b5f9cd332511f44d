package no.samsnakk.audit.verification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.audit.night.Overdue;
import org.jspecify.annotations.Nullable;

/** What the last verification has found, to be watched: every instance shows the same. */
@ApplicationScoped
@Startup
class VerificationMetrics {
  private volatile @Nullable Verified latest;
  private volatile @Nullable Overdue overdue;
  private volatile double wholeAt = Double.NaN;

  VerificationMetrics(MeterRegistry metrics) {
    Gauge.builder("samsnakk.audit.log.verified.at", this, it -> it.wholeAt)
        .baseUnit("seconds")
        .description("When the log was last begun to be read and found whole; Unix time")
        .register(metrics);
    Gauge.builder("samsnakk.audit.log.verified.entries", this, VerificationMetrics::entries)
        .description("How many entries follow from those before them")
        .register(metrics);
    Gauge.builder("samsnakk.audit.log.broken", this, VerificationMetrics::broken)
        .description("1 where the last verification found the log broken, else 0")
        .register(metrics);
    Gauge.builder("samsnakk.audit.log.verification.overdue", this, VerificationMetrics::overdue)
        .description("1 where the log was not verified for more than 36 hours, else 0")
        .register(metrics);
  }

  /** Shows whether it is overdue. */
  void watch(Overdue overdue) {
    this.overdue = overdue;
  }

  void show(Verified verified) {
    latest = verified;
    if (!verified.broken()) {
      wholeAt = verified.at().getEpochSecond();
    }
  }

  private double overdue() {
    var watched = overdue;
    return watched == null ? 0 : watched.gauge();
  }

  private double entries() {
    var verified = latest;
    return verified == null ? Double.NaN : verified.entries();
  }

  private double broken() {
    var verified = latest;
    return verified != null && verified.broken() ? 1 : 0;
  }
}
