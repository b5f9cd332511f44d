package no.samsnakk.bench.fault;

import java.time.Duration;
import no.samsnakk.bench.people.Delivery;

/**
 * What went on while Kafka was away.
 *
 * @param accepted messages until it was started again
 * @param delivery of what was heard live until it was back
 */
record WithoutKafka(long accepted, Delivery delivery) {

  boolean isHeardWithin(Duration limit) {
    return delivery.near().count() > 0
        && delivery.far().count() > 0
        && Math.max(delivery.near().p99(), delivery.far().p99()) <= limit.toMillis();
  }

  String text() {
    return "%d messages accepted; others had them after p50 %.0f ms, p99 %.0f ms on the same instance, p50 %.0f ms, p99 %.0f ms on the other"
        .formatted(
            accepted,
            delivery.near().p50(),
            delivery.near().p99(),
            delivery.far().p50(),
            delivery.far().p99());
  }
}
