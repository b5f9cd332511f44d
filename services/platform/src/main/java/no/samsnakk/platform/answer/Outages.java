package no.samsnakk.platform.answer;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceName;

/** Warns the operator of requests that had to be turned away because something is not there. */
@Startup
@ApplicationScoped
public class Outages {
  private final Warnings warnings;

  Outages(@ServiceName String service, MeterRegistry metrics) {
    this.warnings = new Warnings(metrics.counter("samsnakk." + service + ".requests.unavailable"));
  }

  /** One more. */
  public void tell(Throwable behind) {
    warnings.tell(since -> LOG.unavailable(since, behind.getClass().getName()));
  }
}
