package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.platform.log.Warnings;

/**
 * Warns the operator of rows that do not open: sealed with a key that has been replaced since, or
 * changed by somebody else.
 */
@Startup
@ApplicationScoped
class RefusedRows {
  private final Warnings warnings;

  RefusedRows(MeterRegistry metrics) {
    this.warnings = new Warnings(metrics.counter("samsnakk.gateway.sessions.refused"));
  }

  /** One more. */
  Session tell(Session refused) {
    warnings.tell(since -> LOG.sessionRefused(since, refused.sessionId()));
    return refused;
  }
}
