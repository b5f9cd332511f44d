package no.samsnakk.messaging.delivery;

import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.connection.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that an entry was committed.
 *
 * @param frame the entry as it goes out, made only if there is somebody to hear it; null where the
 *     room's key is not at hand
 */
record News(Envelope envelope, Supplier<@Nullable Encoded> frame) {
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
}
