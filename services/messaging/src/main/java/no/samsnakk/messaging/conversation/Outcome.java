package no.samsnakk.messaging.conversation;

import java.time.Instant;
import java.util.UUID;

/** What became of a message that somebody sent. */
public sealed interface Outcome {
  /** Committed with fsync, now or at an earlier attempt (R2). */
  record Accepted(long seq, UUID entryId, Instant sentAt) implements Outcome {}

  /** Not kept, and why. After {@code temporarily-unavailable} it may have been: send it again. */
  record Refused(String code) implements Outcome {}

  Refused ROOM_UNKNOWN = new Refused("room-unknown");
  Refused WRITE_NOT_ALLOWED = new Refused("write-not-allowed");
  Refused TOO_MANY_MESSAGES = new Refused("too-many-messages");
  Refused CLIENT_ID_REUSED = new Refused("client-id-reused");
  Refused TEMPORARILY_UNAVAILABLE = new Refused("temporarily-unavailable");
}
