package no.samsnakk.gateway.session;

import static no.samsnakk.gateway.log.GatewayLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.platform.log.Warnings;

/**
 * Warns the operator of rows that do not open: sealed with a key that has been replaced since, or
 * changed by somebody else. And of those that were not asked for.
 */
@Startup
@ApplicationScoped
class RefusedRows {
  private final Warnings warnings;
  private final Warnings unasked;

  RefusedRows(MeterRegistry metrics) {
    this.warnings = new Warnings(metrics.counter("samsnakk.gateway.sessions.refused"));
    this.unasked = new Warnings(metrics.counter("samsnakk.gateway.sessions.unasked"));
  }

  /** One more. */
  Session tell(Session refused) {
    warnings.tell(since -> LOG.sessionRefused(since, refused.sessionId()));
    return refused;
  }

  /** Whether the one that was found is one that was asked for; if not, that is one more. */
  boolean isAsked(boolean same, Session found) {
    if (!same) {
      unasked.tell(since -> LOG.sessionUnasked(since, found.sessionId()));
    }
    return same;
  }
}
