package no.samsnakk.messaging.readtrace.view;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.OutboxRecord;
import org.jspecify.annotations.Nullable;

/**
 * The two entries of a view in the log (R6), joined by its id. While nothing has gone out {@code
 * toSeq} is one less than {@code fromSeq}.
 */
public final class ViewEntries {
  private ViewEntries() {}

  static OutboxRecord opened(Subscription view, long toSeq) {
    return entry(
        view.personId(),
        view.organisationId(),
        view.roomId(),
        view.viewId(),
        view.openedAt(),
        view.fromSeq(),
        toSeq,
        null);
  }

  static OutboxRecord closed(EndedView view, Instant until) {
    return entry(
        view.personId(),
        view.organisationId(),
        view.roomId(),
        view.viewId(),
        view.openedAt(),
        view.fromSeq(),
        view.toSeq(),
        until);
  }

  /** An entry of any view. */
  public static OutboxRecord entry(
      UUID personId,
      @Nullable UUID organisationId,
      UUID roomId,
      UUID viewId,
      Instant at,
      @Nullable Long fromSeq,
      @Nullable Long toSeq,
      @Nullable Instant until) {
    return AuditTrail.record(
        AuditRecorded.view(Ids.next(), at, personId, roomId, viewId)
            .onBehalfOf(organisationId)
            .messages(fromSeq, toSeq)
            .until(until)
            .build());
  }
}
