package no.samsnakk.notifications.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Complete;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.TypingStarted;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** A batch, sorted by what its records are. */
record Batch(
    List<PersonChanged> people,
    List<RoomChanged> rooms,
    List<MessagesRead> reads,
    List<MessageCommitted> messages,
    List<Unreadable> unreadable) {

  /** Not an event of ours: where it lies, and the kind of trouble, not the text (R9). */
  record Unreadable(String topic, int partition, long offset, String why) {}

  static Batch of(ConsumerRecords<String, @Nullable String> records) {
    var batch =
        new Batch(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    records.forEach(batch::take);
    return batch;
  }

  private void take(ConsumerRecord<String, @Nullable String> taken) {
    var why = take(taken.value());
    if (why != null) {
      unreadable.add(new Unreadable(taken.topic(), taken.partition(), taken.offset(), why));
    }
  }

  /** Why it could not be read, if it could not. */
  private @Nullable String take(@Nullable String value) {
    if (value == null) {
      return "empty";
    }
    try {
      var event = Events.read(value).map(Complete::check);
      event.ifPresent(this::put);
      return event.isPresent() ? null : troubleWithout(value);
    } catch (IllegalArgumentException e) {
      return "not an event";
    }
  }

  private void put(EventData event) {
    switch (event) {
      case PersonChanged person -> people.add(person);
      case RoomChanged room -> rooms.add(room);
      case MessagesRead read -> reads.add(read);
      case MessageCommitted message -> messages.add(message);
      case AuditRecorded other -> {}
      case SessionEnded other -> {}
      case TypingStarted other -> {}
    }
  }

  /** An event of tomorrow passes by; what has no type at all is none. */
  private static @Nullable String troubleWithout(String value) {
    try {
      return Json.MAPPER.readTree(value).path("type").isTextual() ? null : "no type";
    } catch (JsonProcessingException e) {
      return "not JSON";
    }
  }
}
