package no.samsnakk.messaging.writing.conversation;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;

/** What became of a message that somebody sent. */
public sealed interface Outcome {
  /** Committed with fsync, now or at an earlier attempt (R2). */
  record Accepted(long seq, UUID entryId, Instant sentAt) implements Outcome {}

  /**
   * Not kept, and why. After {@link RefusalCode#TEMPORARILY_UNAVAILABLE} it may have been: send it
   * again.
   */
  record Refused(RefusalCode code) implements Outcome {}

  Refused ROOM_UNKNOWN = new Refused(RefusalCode.ROOM_UNKNOWN);
  Refused WRITE_NOT_ALLOWED = new Refused(RefusalCode.WRITE_NOT_ALLOWED);
  Refused TOO_MANY_MESSAGES = new Refused(RefusalCode.TOO_MANY_MESSAGES);
  Refused CLIENT_ID_REUSED = new Refused(RefusalCode.CLIENT_ID_REUSED);
  Refused MESSAGE_UNKNOWN = new Refused(RefusalCode.MESSAGE_UNKNOWN);
  Refused MESSAGE_RETRACTED = new Refused(RefusalCode.MESSAGE_RETRACTED);
  Refused TEMPORARILY_UNAVAILABLE = new Refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
}
