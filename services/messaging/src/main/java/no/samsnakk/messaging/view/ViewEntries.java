package no.samsnakk.messaging.view;

import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.OutboxRecord;

/**
 * The two entries of a view in the log (R6), joined by its id. While nothing has gone out {@code
 * toSeq} is one less than {@code fromSeq}.
 */
final class ViewEntries {
  private ViewEntries() {}

  /** That it begins: the entry that counts its repeats refers to it, as its end does. */
  static AuditRecorded begun(Interval view) {
    return entry(view.viewId(), view);
  }

  static OutboxRecord told(Interval begun) {
    return AuditTrail.record(begun(begun));
  }

  static OutboxRecord ended(Interval view) {
    return AuditTrail.record(entry(Ids.next(), view));
  }

  private static AuditRecorded entry(UUID entryId, Interval view) {
    return new AuditRecorded(
        entryId,
        view.openedAt(),
        AuditAction.MESSAGES_VIEWED,
        AuditRecorded.Outcome.SUCCESS,
        view.personId(),
        view.organisationId(),
        view.roomId(),
        null,
        null,
        null,
        view.viewId(),
        view.fromSeq(),
        view.toSeq(),
        view.until(),
        null);
  }
}
