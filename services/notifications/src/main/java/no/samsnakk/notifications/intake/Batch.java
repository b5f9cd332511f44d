package no.samsnakk.notifications.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.MessagesReceived;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.notifications.reading.PersonNews;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.intake.ReceivedRecord;

/**
 * A batch, sorted by what its events are.
 *
 * @param old those that say how things are and no longer what has happened
 */
record Batch(
    List<PersonChanged> people,
    List<RoomChanged> rooms,
    List<MessagesRead> reads,
    List<EntryCommitted> messages,
    List<EntryCommitted> retractions,
    Set<EventData> old) {

  /**
   * For so long an event is told again to whoever missed it (decision 25). One that is older has
   * been kept for who has to learn how things are: nobody is woken, or written to, for it.
   */
  static final Duration TOLD_AGAIN_FOR = Duration.ofDays(30);

  static Batch of(List<ReceivedRecord> taken, Instant now) {
    var batch =
        new Batch(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            Collections.newSetFromMap(new IdentityHashMap<>()));
    taken.forEach(record -> batch.put(record, now.minus(TOLD_AGAIN_FOR)));
    return batch;
  }

  /** Those of the people of whom something has happened lately. */
  List<PersonNews> recent(List<PersonNews> news) {
    return news.stream().filter(one -> !old.contains(one.person())).toList();
  }

  /** The same of the rooms. */
  List<RoomChanged> recentRooms(List<RoomChanged> changed) {
    return changed.stream().filter(room -> !old.contains(room)).toList();
  }

  private void put(ReceivedRecord record, Instant horizon) {
    if (record.heard() instanceof Heard.Told told) {
      put(told.event());
      // An event that does not say when it was told says the epoch.
      if (told.at().isAfter(Instant.EPOCH) && told.at().isBefore(horizon)) {
        old.add(told.event());
      }
    }
  }

  private void put(EventData event) {
    switch (event) {
      case PersonChanged person -> people.add(person);
      case RoomChanged room -> rooms.add(room);
      case MessagesRead read -> reads.add(read);
      case EntryCommitted entry -> {
        // What is no row of its own wakes those alone whom it names.
        if (entry.envelope().isVisible() || !entry.wakes().isEmpty()) {
          messages.add(entry);
        }
        if (entry.retracts() != null) {
          retractions.add(entry);
        }
      }
      case MessagesReceived other -> {}
      case AuditRecorded other -> {}
      case SessionEnded other -> {}
      case TypingStarted other -> {}
    }
  }
}
