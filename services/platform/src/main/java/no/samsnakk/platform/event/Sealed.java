package no.samsnakk.platform.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.UUID;
import no.samsnakk.contracts.event.RecordHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a seal is made over: everything of a record that is believed.
 *
 * @param eventId as the record's header has it; empty where there is none
 */
public record Sealed(String topic, @Nullable String key, byte[] eventId, @Nullable String value) {

  /** An event that is to be told. */
  public static Sealed of(String topic, String key, UUID eventId, String value) {
    return new Sealed(topic, key, eventId.toString().getBytes(US_ASCII), value);
  }

  static Sealed of(ProducerRecord<String, ? extends @Nullable String> told) {
    return new Sealed(told.topic(), told.key(), eventId(told.headers()), told.value());
  }

  static Sealed of(ConsumerRecord<String, ? extends @Nullable String> heard) {
    return new Sealed(heard.topic(), heard.key(), eventId(heard.headers()), heard.value());
  }

  private static byte[] eventId(Headers headers) {
    var id = headers.lastHeader(RecordHeaders.EVENT_ID);
    return id == null || id.value() == null ? new byte[0] : id.value();
  }
}
