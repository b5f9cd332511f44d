package no.samsnakk.notifications.intake;

import java.util.ArrayList;
import java.util.List;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.MessagesReceived;
import no.samsnakk.contracts.event.PersonChanged;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.platform.intake.ReceivedRecord;

/** A batch, sorted by what its events are. */
record Batch(
    List<PersonChanged> people,
    List<RoomChanged> rooms,
    List<MessagesRead> reads,
    List<MessageCommitted> messages) {

  static Batch of(List<ReceivedRecord> taken) {
    var batch =
        new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    taken.stream().flatMap(ReceivedRecord::event).forEach(batch::put);
    return batch;
  }

  private void put(EventData event) {
    switch (event) {
      case PersonChanged person -> people.add(person);
      case RoomChanged room -> rooms.add(room);
      case MessagesRead read -> reads.add(read);
      case MessageCommitted message -> messages.add(message);
      case MessagesReceived other -> {}
      case AuditRecorded other -> {}
      case SessionEnded other -> {}
      case TypingStarted other -> {}
    }
  }
}
