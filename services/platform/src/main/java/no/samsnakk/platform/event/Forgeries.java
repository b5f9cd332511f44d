package no.samsnakk.platform.event;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceName;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Warns the operator that somebody writes to Kafka who may not. */
@Startup
@ApplicationScoped
public class Forgeries {
  private final Warnings warnings;

  Forgeries(@ServiceName String service, MeterRegistry metrics) {
    this.warnings = new Warnings(metrics.counter("samsnakk." + service + ".records.forged"));
  }

  /** One more. */
  public void tell(ConsumerRecord<?, ?> forged, String why) {
    warnings.tell(
        since -> LOG.forged(since, forged.topic(), forged.partition(), forged.offset(), why));
  }
}
