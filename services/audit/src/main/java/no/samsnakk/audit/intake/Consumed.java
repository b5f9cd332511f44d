package no.samsnakk.audit.intake;

import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.RoomEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record, where it lies in Kafka and what it turned out to be. */
record Consumed(String topic, int partition, long offset, long timestamp, Reading reading) {
  static Consumed of(ConsumerRecord<String, @Nullable String> taken) {
    return new Consumed(
        taken.topic(),
        taken.partition(),
        taken.offset(),
        taken.timestamp(),
        Reading.of(taken.value()));
  }

  Stream<AuditRecorded> entry() {
    return reading instanceof Reading.Entry(var entry) ? Stream.of(entry) : Stream.empty();
  }

  Stream<RoomEvent> news() {
    return reading instanceof Reading.News(var event) ? Stream.of(event) : Stream.empty();
  }

  /** Why it has to be set aside, if it has to. */
  Stream<String> trouble() {
    return reading instanceof Reading.Unreadable(var why) ? Stream.of(why) : Stream.empty();
  }
}
