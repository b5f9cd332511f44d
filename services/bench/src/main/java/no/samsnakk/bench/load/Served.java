package no.samsnakk.bench.load;

import java.time.Duration;
import no.samsnakk.bench.measure.Latency;

/**
 * What became of the messages of one phase.
 *
 * @param over the time in which they were sent
 * @param delivery from the intended moment of sending to each other viewer of the room
 * @param acceptance from the intended moment of sending to the sender's answer
 */
public record Served(
    Duration over,
    long sent,
    long accepted,
    long refused,
    long unknown,
    double perSecond,
    Latency delivery,
    Latency acceptance) {

  static Served of(Sendings.Counts counts, Duration over, long acceptedInTime) {
    return new Served(
        over,
        counts.sent,
        counts.accepted,
        counts.refused,
        counts.unknown,
        acceptedInTime * 1000d / over.toMillis(),
        Latency.of(counts.delivery),
        Latency.of(counts.acceptance));
  }
}
