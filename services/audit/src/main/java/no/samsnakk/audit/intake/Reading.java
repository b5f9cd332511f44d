package no.samsnakk.audit.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Complete;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.TypingStarted;
import org.jspecify.annotations.Nullable;

/** What a record turned out to be. */
sealed interface Reading {

  /** Something for the log. */
  record Entry(AuditRecorded entry) implements Reading {}

  /** News of a person or a room. */
  record News(RoomEvent event) implements Reading {}

  /** Nothing that the log has to hold, or of a type that only tomorrow's version knows. */
  record PassesBy() implements Reading {}

  /** Not an event of ours; {@code why} names the kind of trouble, not the text (R9). */
  record Unreadable(String why) implements Reading {}

  /** Reads a record's value; never throws. */
  static Reading of(@Nullable String value) {
    if (value == null) {
      return new Unreadable("empty");
    }
    try {
      return Events.read(value).map(Complete::check).map(Reading::of).orElseGet(() -> other(value));
    } catch (IllegalArgumentException e) {
      return new Unreadable("not an event");
    }
  }

  private static Reading of(EventData event) {
    return switch (event) {
      case AuditRecorded entry -> new Entry(entry);
      case MessageCommitted message -> new Entry(sent(message));
      case RoomEvent news -> new News(news);
      case MessagesRead read -> new PassesBy();
      case SessionEnded ended -> new PassesBy();
      case TypingStarted typing -> new PassesBy();
    };
  }

  /** What has no type at all is no event of tomorrow's either. */
  private static Reading other(String value) {
    try {
      return Json.MAPPER.readTree(value).path("type").isTextual()
          ? new PassesBy()
          : new Unreadable("no type");
    } catch (JsonProcessingException e) {
      return new Unreadable("not JSON");
    }
  }

  /** A message is its own audit entry, with its own id: one record serves both (design, part 5). */
  private static AuditRecorded sent(MessageCommitted message) {
    return new AuditRecorded(
        message.messageId(),
        message.sentAt(),
        AuditAction.MESSAGE_SENT,
        AuditRecorded.Outcome.SUCCESS,
        message.senderId(),
        message.organisationId(),
        message.roomId(),
        null,
        null,
        null,
        null,
        message.seq(),
        message.seq(),
        null,
        null);
  }
}
