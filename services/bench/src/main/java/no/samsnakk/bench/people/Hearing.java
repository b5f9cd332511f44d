package no.samsnakk.bench.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.bench.measure.Latency;
import org.HdrHistogram.Histogram;

/**
 * Times what is heard live, by whether it was sent through the same instance. Clients and servers
 * share a clock: they are on one machine.
 */
final class Hearing {
  private static final long FIVE_MINUTES_IN_MICROS = 300_000_000;

  private final Map<UUID, Integer> through = new HashMap<>();
  private final Histogram near = new Histogram(FIVE_MINUTES_IN_MICROS, 3);
  private final Histogram far = new Histogram(FIVE_MINUTES_IN_MICROS, 3);

  void sent(UUID clientId, int instance) {
    through.put(clientId, instance);
  }

  /** Somebody else on that instance has it, which was accepted then. */
  void heard(UUID clientId, int instance, Instant acceptedAt) {
    var sentThrough = through.get(clientId);
    if (sentThrough == null) {
      return;
    }
    long micros = 1000 * (System.currentTimeMillis() - acceptedAt.toEpochMilli());
    (sentThrough == instance ? near : far)
        .recordValue(Math.clamp(micros, 0, FIVE_MINUTES_IN_MICROS));
  }

  /** Forgets what was timed so far. */
  void anew() {
    near.reset();
    far.reset();
  }

  Delivery delivery() {
    return new Delivery(Latency.of(near), Latency.of(far));
  }
}
