package no.samsnakk.platform.intake;

import java.util.stream.Stream;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.platform.event.Heard;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record and what it turned out to be. */
public record ReceivedRecord(ConsumerRecord<String, @Nullable String> from, Heard heard) {
  /** Its event, if there is one to take in. */
  public Stream<EventData> event() {
    return heard instanceof Heard.Told told ? Stream.of(told.event()) : Stream.empty();
  }

  boolean isUnsealed() {
    return heard instanceof Heard.Unsealed;
  }

  ReceivedRecord as(Heard other) {
    return new ReceivedRecord(from, other);
  }
}
