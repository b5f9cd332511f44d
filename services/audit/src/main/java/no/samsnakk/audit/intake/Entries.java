package no.samsnakk.audit.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import no.samsnakk.audit.ledger.Raw;
import no.samsnakk.audit.ledger.Told;
import no.samsnakk.contracts.entry.AcknowledgementPayload;
import no.samsnakk.contracts.entry.AgreementPayload;
import no.samsnakk.contracts.entry.AgreementResponsePayload;
import no.samsnakk.contracts.entry.AppointmentPayload;
import no.samsnakk.contracts.entry.AppointmentResponsePayload;
import no.samsnakk.contracts.entry.EditPayload;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.MarkEvent;
import no.samsnakk.contracts.event.RoomEvent;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.platform.event.EventReader;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.intake.ReceivedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What of a record the log has to hold. Nothing that may be an entry passes by (R6): what a service
 * of ours has sealed and this version cannot read, or not all of, is kept as it was told.
 */
@ApplicationScoped
class Entries {
  /** Where entries are told; of the news about people and rooms none is one. */
  private static final Set<String> TOPICS = Set.of(Topics.AUDIT, Topics.MESSAGES);

  private final EventReader reader;

  Entries(EventReader reader) {
    this.reader = reader;
  }

  /** Of what has come. */
  Stream<Told> of(ReceivedRecord received) {
    var from = received.from();
    return switch (received.heard()) {
      case Heard.Told told -> of(told, from.topic(), from.value());
      case Heard.PassesBy tomorrows -> unread(received);
      case Heard.Unreadable broken -> unread(received);
      case Heard.Unsealed nobodys -> Stream.empty();
      case Heard.Forged forged -> Stream.empty();
    };
  }

  /** Of what was kept, if it can be read now; of what still cannot, nothing. */
  Stream<Told> ofKept(Raw raw, @Nullable String teller) {
    return reader.readKept(raw.value(), raw.topic(), teller) instanceof Heard.Told told
        ? of(told, raw.topic(), raw.value())
        : Stream.empty();
  }

  /** Whether what was kept can be read now. */
  boolean canRead(Raw raw, @Nullable String teller) {
    return reader.readKept(raw.value(), raw.topic(), teller) instanceof Heard.Told;
  }

  private static Stream<Told> of(Heard.Told heard, String topic, @Nullable String value) {
    var raw = heard.whole() || value == null ? null : new Raw(topic, value);
    return of(heard.event()).map(entry -> new Told(heard.teller(), entry, raw));
  }

  private Stream<Told> unread(ReceivedRecord received) {
    var from = received.from();
    var value = from.value();
    if (value == null || value.length() > Raw.LONGEST || !TOPICS.contains(from.topic())) {
      return Stream.empty();
    }
    var at = Events.timeOf(value).orElse(Instant.EPOCH);
    var teller = reader.teller(from).orElse(null);
    return Stream.of(Told.unread(teller, new Raw(from.topic(), value), at));
  }

  private static Stream<AuditRecorded> of(EventData event) {
    return switch (event) {
      case AuditRecorded entry -> Stream.of(entry);
      case EntryCommitted entry -> Stream.of(sent(entry.envelope()));
      case RoomEvent news -> Stream.empty();
      case MarkEvent mark -> Stream.empty();
      case SessionEnded ended -> Stream.empty();
      case TypingStarted typing -> Stream.empty();
    };
  }

  /**
   * What is said is its own audit entry, with its own id: one record serves both (design, part 5).
   */
  private static AuditRecorded sent(Envelope said) {
    return AuditRecorded.act(said.entryId(), said.sentAt(), action(said.kind()), said.senderId())
        .onBehalfOf(said.organisationId())
        .in(said.roomId())
        .messages(said.seq(), said.seq())
        .build();
  }

  private static AuditAction action(String kind) {
    return switch (kind) {
      case AcknowledgementPayload.KIND -> AuditAction.MESSAGE_ACKNOWLEDGED;
      case QuestionPayload.KIND -> AuditAction.QUESTION_CHANGED;
      case AppointmentPayload.KIND -> AuditAction.APPOINTMENT_CHANGED;
      case AppointmentResponsePayload.KIND -> AuditAction.APPOINTMENT_ANSWERED;
      case AgreementPayload.KIND -> AuditAction.AGREEMENT_CHANGED;
      case AgreementResponsePayload.KIND -> AuditAction.AGREEMENT_ANSWERED;
      case EditPayload.KIND -> AuditAction.MESSAGE_EDITED;
      case RetractionPayload.KIND -> AuditAction.MESSAGE_RETRACTED;
      default -> AuditAction.MESSAGE_SENT;
    };
  }
}
