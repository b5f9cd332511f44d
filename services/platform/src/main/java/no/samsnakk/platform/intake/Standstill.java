package no.samsnakk.platform.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.samsnakk.platform.settings.ServiceName;
import org.jspecify.annotations.Nullable;

/**
 * For how long this service has been trying to take in what lies next, as {@code
 * samsnakk.<service>.intake.failing.seconds}; 0 where it goes on. The service is ready all the
 * while: what it has can be read, and another instance would fare no better.
 */
@ApplicationScoped
@Startup
class Standstill {
  private final Clock clock;
  private volatile @Nullable Instant since;

  Standstill(Clock clock, MeterRegistry metrics, @ServiceName String service) {
    this.clock = clock;
    Gauge.builder("samsnakk." + service + ".intake.failing.seconds", this, Standstill::seconds)
        .description("Seconds since the batch that lies next could not be taken in, else 0")
        .register(metrics);
  }

  void failed() {
    if (since == null) {
      since = clock.instant();
    }
  }

  void passed() {
    since = null;
  }

  private double seconds() {
    var began = since;
    return began == null
        ? 0
        : Math.max(0, Duration.between(began, clock.instant()).toMillis()) / 1e3;
  }
}
