package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Tells the operator of rows that do not open: sealed with a key that has been replaced since, or
 * changed by somebody else. Each reading is counted; a line is written for the first and then once
 * in ten seconds.
 */
@Startup
@ApplicationScoped
class RefusedRows {
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

  private final Counter counter;
  private long toldAt = System.nanoTime() - QUIET_NANOS;
  private long since;

  RefusedRows(MeterRegistry metrics) {
    this.counter = metrics.counter("samsnakk.gateway.sessions.refused");
  }

  /** One more. */
  synchronized Session tell(Session refused) {
    counter.increment();
    since++;
    if (System.nanoTime() - toldAt >= QUIET_NANOS) {
      LOG.sessionRefused(since, refused.sessionId());
      toldAt = System.nanoTime();
      since = 0;
    }
    return refused;
  }
}
