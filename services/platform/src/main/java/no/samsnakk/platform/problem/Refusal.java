package no.samsnakk.platform.problem;

import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/** An expected refusal: an answer, not an accident. Carries a code and, for the log, the room. */
public final class Refusal extends RuntimeException {
  private final RefusalCode reason;
  private final @Nullable UUID roomId;
  private final @Nullable Instant notBefore;
  private final int status;

  public Refusal(RefusalCode reason) {
    this(reason, null);
  }

  /** A refusal about a room; {@code roomId} goes to the log, never to the one who asked. */
  public Refusal(RefusalCode reason, @Nullable UUID roomId) {
    this(reason, roomId, null);
  }

  /** The same, of what may be asked for again later; {@code notBefore} is in the answer. */
  public Refusal(RefusalCode reason, @Nullable UUID roomId, @Nullable Instant notBefore) {
    this(reason, roomId, notBefore, reason.status());
  }

  private Refusal(
      RefusalCode reason, @Nullable UUID roomId, @Nullable Instant notBefore, int status) {
    super(reason.code(), null, false, false);
    this.reason = reason;
    this.roomId = roomId;
    this.notBefore = notBefore;
    this.status = status;
  }

  /** A refusal that is answered under another HTTP status than its code's own. */
  public static Refusal withStatus(int status, RefusalCode reason) {
    return new Refusal(reason, null, null, status);
  }

  public RefusalCode reason() {
    return reason;
  }

  /** The HTTP status that it is answered under. */
  public int status() {
    return status;
  }

  public @Nullable UUID roomId() {
    return roomId;
  }

  public @Nullable Instant notBefore() {
    return notBefore;
  }
}
