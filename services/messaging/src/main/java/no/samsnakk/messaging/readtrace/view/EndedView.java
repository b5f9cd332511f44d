package no.samsnakk.messaging.readtrace.view;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.messaging.live.delivery.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a view that has ended. No more than that: its socket is not to be kept in
 * memory by an end that waits to be written, of which there are thousands after a storm.
 *
 * @param toSeq the last message that went out
 */
record EndedView(
    UUID roomId,
    UUID viewId,
    UUID personId,
    @Nullable UUID organisationId,
    Instant openedAt,
    long fromSeq,
    long toSeq) {

  static EndedView of(Subscription view) {
    return of(view, view.sent());
  }

  /** Of one that never began, as far as anybody here knows: nothing has gone out through it. */
  static EndedView withoutBeginning(Subscription view) {
    return of(view, view.fromSeq() - 1);
  }

  private static EndedView of(Subscription view, long toSeq) {
    return new EndedView(
        view.roomId(),
        view.viewId(),
        view.personId(),
        view.organisationId(),
        view.openedAt(),
        view.fromSeq(),
        toSeq);
  }
}
