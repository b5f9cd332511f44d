package no.samsnakk.platform.event;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the operator that somebody writes to Kafka who may not. All are counted; a line is written
 * for the first and then once in ten seconds, so that nobody buries other lines under his own.
 */
@Startup
@ApplicationScoped
public class Forgeries {
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

  private final Counter counter;
  private long toldAt = System.nanoTime() - QUIET_NANOS;
  private long since;

  Forgeries(@ConfigProperty(name = "samsnakk.service") String service, MeterRegistry metrics) {
    this.counter = metrics.counter("samsnakk." + service + ".records.forged");
  }

  /** One more. */
  public synchronized void tell(ConsumerRecord<?, ?> forged, String why) {
    counter.increment();
    since++;
    if (System.nanoTime() - toldAt >= QUIET_NANOS) {
      LOG.forged(since, forged.topic(), forged.partition(), forged.offset(), why);
      toldAt = System.nanoTime();
      since = 0;
    }
  }
}
