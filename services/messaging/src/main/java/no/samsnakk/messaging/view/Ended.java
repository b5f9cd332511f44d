package no.samsnakk.messaging.view;

import java.util.UUID;
import no.samsnakk.messaging.delivery.View;

/**
 * How far a view had come that has ended. No more than that: its socket is not to be kept in memory
 * by an end that waits to be written, of which there are thousands after a storm.
 *
 * @param toSeq the last message that went out
 */
record Ended(UUID roomId, UUID viewId, long toSeq) {
  static Ended of(View view) {
    return new Ended(view.roomId(), view.viewId(), view.sent());
  }
}
