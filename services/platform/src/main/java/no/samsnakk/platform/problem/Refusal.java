package no.samsnakk.platform.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An expected refusal: an answer, not an accident. Carries a code and, for the log, the room. */
public final class Refusal extends RuntimeException {
  private final RefusalCode reason;
  private final @Nullable UUID roomId;

  public Refusal(RefusalCode reason) {
    this(reason, null);
  }

  /** A refusal about a room; {@code roomId} goes to the log, never to the one who asked. */
  public Refusal(RefusalCode reason, @Nullable UUID roomId) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.roomId = roomId;
  }

  public RefusalCode reason() {
    return reason;
  }

  public @Nullable UUID roomId() {
    return roomId;
  }
}
