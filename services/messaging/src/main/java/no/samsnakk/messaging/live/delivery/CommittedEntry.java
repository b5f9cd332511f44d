package no.samsnakk.messaging.live.delivery;

import java.util.UUID;
import java.util.function.Supplier;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.entry.TextPayload;
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

  /** What somebody is told of it who does not look at the room. */
  ServerFrame.Activity activity(UUID personId) {
    boolean isRow = envelope.isVisible();
    return new ServerFrame.Activity(
        envelope.roomId(),
        seq(),
        !isRow || envelope.senderId().equals(personId),
        isRow ? envelope.sentAt() : null,
        envelope.kind().equals(TextPayload.KIND) ? null : envelope.kind());
  }
}
