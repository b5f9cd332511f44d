package no.samsnakk.platform.problem;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expected refusal: an answer, not an accident. Carries a code and, for the log, the room. */
public final class Refusal extends RuntimeException {
  private final RefusalCode reason;
  private final @Nullable UUID roomId;
  private final @Nullable Instant notBefore;

  public Refusal(RefusalCode reason) {
    this(reason, null);
  }

  /** A refusal about a room; {@code roomId} goes to the log, never to the one who asked. */
  public Refusal(RefusalCode reason, @Nullable UUID roomId) {
    this(reason, roomId, null);
  }

  /** The same, of what may be asked for again later; {@code notBefore} is in the answer. */
  public Refusal(RefusalCode reason, @Nullable UUID roomId, @Nullable Instant notBefore) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.roomId = roomId;
    this.notBefore = notBefore;
  }

  public RefusalCode reason() {
    return reason;
  }

  public @Nullable UUID roomId() {
    return roomId;
  }

  public @Nullable Instant notBefore() {
    return notBefore;
  }
}
