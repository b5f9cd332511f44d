package no.samsnakk.audit.intake;

import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.MarkEvent;
import no.samsnakk.contracts.event.MessageCommitted;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.intake.ReceivedRecord;

/** What of an event the log has to hold. */
final class Entries {
  private Entries() {}

  static Stream<Told> of(ReceivedRecord taken) {
    return taken.heard() instanceof Heard.Told heard
        ? of(heard.event()).map(entry -> new Told(heard.teller(), entry))
        : Stream.empty();
  }

  private static Stream<AuditRecorded> of(EventData event) {
    return switch (event) {
      case AuditRecorded entry -> Stream.of(entry);
      case MessageCommitted message -> Stream.of(sent(message));
      case RoomEvent news -> Stream.empty();
      case MarkEvent mark -> Stream.empty();
      case SessionEnded ended -> Stream.empty();
      case TypingStarted typing -> Stream.empty();
    };
  }

  /** A message is its own audit entry, with its own id: one record serves both (design, part 5). */
  private static AuditRecorded sent(MessageCommitted message) {
    return AuditRecorded.act(
            message.messageId(), message.sentAt(), AuditAction.MESSAGE_SENT, message.senderId())
        .onBehalfOf(message.organisationId())
        .in(message.roomId())
        .messages(message.seq(), message.seq())
        .build();
  }
}
