package no.samsnakk.platform.event;

import no.samsnakk.contracts.event.RecordHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Seals what one service tells. Any thread may use it. */
public final class EventSealer {
  private final TellerKey key;

  EventSealer(TellerKey key) {
    this.key = key;
  }

  /**
   * Of a service.
   *
   * @param keys its own, as SAMSNAKK_EVENT_KEY_‹SERVICE› has them; the first one seals
   */
  public static EventSealer of(String service, String keys) {
    return new EventSealer(TellerKey.parse(service, keys).getFirst());
  }

  /** Adds the seal, as the record stands now: its headers that are believed must be in it. */
  public void seal(ProducerRecord<String, ? extends @Nullable String> told) {
    var id = eventId(told.headers());
    var here = key.on(told.topic());
    var mac = here.seal(told.topic(), told.key(), id, told.value());
    told.headers().add(RecordHeaders.SEAL, new Seal(here.service(), here.id(), mac).header());
  }

  static byte[] eventId(Headers headers) {
    var id = headers.lastHeader(RecordHeaders.EVENT_ID);
    return id == null || id.value() == null ? new byte[0] : id.value();
  }
}
