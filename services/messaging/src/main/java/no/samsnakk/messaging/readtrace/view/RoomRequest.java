package no.samsnakk.messaging.readtrace.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room that a client wants to see, and the last message that it has of it, if it has any. */
public record RoomRequest(UUID roomId, @Nullable Long afterSeq) {
  /** The same where it can be computed with; what lies before the beginning is refused later. */
  @Nullable Long from() {
    return afterSeq == null ? null : Long.valueOf(Math.max(0, afterSeq));
  }

  long afterSeqOr0() {
    return afterSeq == null ? 0 : afterSeq;
  }
}
