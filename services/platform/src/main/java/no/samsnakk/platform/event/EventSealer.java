package no.samsnakk.platform.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Optional;
import no.samsnakk.contracts.event.RecordHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Seals what one service tells, with the first of its keys. Any thread may use it. */
public final class EventSealer {
  private final List<TellerKey> keys;

  EventSealer(List<TellerKey> keys) {
    this.keys = keys;
  }

  /**
   * Of a service.
   *
   * @param keys its own, as SAMSNAKK_EVENT_KEY_‹SERVICE› has them; the first one seals
   */
  public static EventSealer of(String service, String keys) {
    return new EventSealer(TellerKey.parse(service, keys));
  }

  /** The seal, as it stands in a record's header; ASCII. */
  public String header(Sealed event) {
    return keys.getFirst().on(event.topic()).seal(event).text();
  }

  /** Adds the seal, as the record stands now: its headers that are believed must be in it. */
  public void seal(ProducerRecord<String, ? extends @Nullable String> told) {
    told.headers().add(RecordHeaders.SEAL, header(Sealed.of(told)).getBytes(US_ASCII));
  }

  /**
   * Whether one of this service's own keys made the seal.
   *
   * @return the seal to tell the event with: another one, if the key that made this is no longer
   *     the one that seals. Nothing, if none made it
   */
  public Optional<String> proven(Sealed event, String header) {
    return Seal.of(header)
        .flatMap(seal -> maker(event, seal))
        .map(maker -> maker.equals(keys.getFirst()) ? header : header(event));
  }

  private Optional<TellerKey> maker(Sealed event, Seal seal) {
    return keys.stream().filter(key -> key.on(event.topic()).made(seal, event)).findFirst();
  }
}
