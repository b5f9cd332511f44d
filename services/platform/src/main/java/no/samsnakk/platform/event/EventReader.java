package no.samsnakk.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.event.Complete;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.RecordHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records: whose they are first, and only then what they say. Never throws. */
@ApplicationScoped
public class EventReader {
  private final EventKeys keys;

  EventReader(EventKeys keys) {
    this.keys = keys;
  }

  /** What it is. */
  public Heard read(ConsumerRecord<String, ? extends @Nullable String> heard) {
    if (heard.headers().lastHeader(RecordHeaders.SEAL) == null) {
      return new Heard.Unsealed();
    }
    return keys.sealedBy(heard)
        .map(service -> readable(heard.value(), heard.topic(), Optional.of(service)))
        .orElseGet(() -> new Heard.Forged("no seal that is known"));
  }

  /** What it says, of one that nobody has sealed and that is believed all the same. */
  public Heard readUnsealed(ConsumerRecord<String, ? extends @Nullable String> heard) {
    return readable(heard.value(), heard.topic(), Optional.empty());
  }

  /**
   * What a record says that was kept because it could not be read, and perhaps can be now.
   *
   * @param teller the service that had sealed it; none of one that was believed without
   */
  public Heard readKept(String value, String topic, @Nullable String teller) {
    return readable(value, topic, Optional.ofNullable(teller));
  }

  /** The service that has sealed it, whatever it says. */
  public Optional<String> teller(ConsumerRecord<String, ? extends @Nullable String> heard) {
    return keys.sealedBy(heard);
  }

  private static Heard readable(@Nullable String value, String topic, Optional<String> service) {
    if (value == null) {
      return new Heard.Unreadable("empty");
    }
    try {
      return Events.readTold(value)
          .map(told -> checked(told, topic, service))
          .orElseGet(() -> other(value));
    } catch (IllegalArgumentException e) {
      return new Heard.Unreadable("not an event");
    }
  }

  private static Heard checked(Events.Told told, String topic, Optional<String> service) {
    Complete.check(told.data());
    if (!Tellers.belongs(told.data(), topic)) {
      return new Heard.Forged("on another's topic");
    }
    if (service.isPresent() && !isHis(told, service.get())) {
      return new Heard.Forged("not its teller's to tell");
    }
    return new Heard.Told(told.data(), told.at(), service.orElse(null), told.whole());
  }

  private static boolean isHis(Events.Told told, String service) {
    return told.service().equals(service) && Tellers.mayTell(service, told.data());
  }

  /** What has no type at all is no event of tomorrow's either. */
  private static Heard other(String value) {
    try {
      return Json.MAPPER.readTree(value).path("type").isTextual()
          ? new Heard.PassesBy()
          : new Heard.Unreadable("no type");
    } catch (JsonProcessingException e) {
      return new Heard.Unreadable("not JSON");
    }
  }
}
