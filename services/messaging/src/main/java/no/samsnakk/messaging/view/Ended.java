package no.samsnakk.messaging.view;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.messaging.delivery.View;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a view that has ended. No more than that: its socket is not to be kept in
 * memory by an end that waits to be written, of which there are thousands after a storm.
 *
 * @param toSeq the last message that went out
 */
record Ended(
    UUID roomId,
    UUID viewId,
    UUID personId,
    @Nullable UUID organisationId,
    Instant openedAt,
    long fromSeq,
    long toSeq) {

  static Ended of(View view) {
    return of(view, view.sent());
  }

  /** Of one that never began, as far as anybody here knows: nothing has gone out through it. */
  static Ended withoutBeginning(View view) {
    return of(view, view.fromSeq() - 1);
  }

  private static Ended of(View view, long toSeq) {
    return new Ended(
        view.roomId(),
        view.viewId(),
        view.personId(),
        view.organisationId(),
        view.openedAt(),
        view.fromSeq(),
        toSeq);
  }
}
