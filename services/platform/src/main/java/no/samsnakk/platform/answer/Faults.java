package no.samsnakk.platform.answer;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What was expected by nobody: the operator hears of it, and the client of nothing but that. */
@ApplicationScoped
class Faults {
  private final Outages outages;

  Faults(Outages outages) {
    this.outages = outages;
  }

  /** Tells the operator, unless it is that the browser has left, and says what to answer. */
  RefusalCode tell(@Nullable RoutingContext asking, Throwable failure) {
    boolean outage = Outage.isBehind(failure);
    if (asking == null || !BrokenOff.is(asking.request(), failure)) {
      log(asking, failure, outage);
    }
    return outage ? RefusalCode.TEMPORARILY_UNAVAILABLE : RefusalCode.FAULT;
  }

  private void log(@Nullable RoutingContext asking, Throwable failure, boolean outage) {
    if (outage) {
      outages.tell(failure);
    } else if (asking != null && asking.response().closed()) {
      LOG.unheardFault(failure.getClass().getName());
    } else {
      LOG.fault(failure);
    }
  }
}
