package no.samsnakk.messaging.live.delivery;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that an entry was committed.
 *
 * @param frame the entry as it goes out, made only if there is somebody to hear it; null where the
 *     room's key is not at hand
 */
record CommittedEntry(Envelope envelope, Supplier<@Nullable EncodedFrame> frame) {
  long seq() {
    return envelope.seq();
  }

  long accessEpoch() {
    return envelope.accessEpoch();
  }

  /** Whether it counts as unread to this person. */
  boolean isNewTo(UUID personId) {
    return envelope.isVisible() && !envelope.senderId().equals(personId);
  }

  /** When it was said, where it is a row of its own. */
  @Nullable Instant saidAt() {
    return envelope.isVisible() ? envelope.sentAt() : null;
  }
}
