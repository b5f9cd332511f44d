package no.samsnakk.messaging.live.delivery;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import no.samsnakk.messaging.wire.connection.Socket;
import org.jspecify.annotations.Nullable;

/**
 * One socket looking at one room. Messages leave the server only through one of these, and its
 * opening is in the log before the first of them goes out (R6).
 */
public final class Subscription {
  private final Socket socket;
  private final UUID roomId;
  private final UUID viewId;
  private final @Nullable UUID organisationId;
  private final Instant openedAt;
  private final long fromSeq;
  private final Consumer<Subscription> onEnd;

  /** The last message handed to the socket; guarded by the room's lock. */
  private long sent;

  private boolean ended;

  /**
   * @param fromSeq the first message of the subscription, or the one that will be
   * @param sent the last one that goes out with its opening
   * @param onEnd called once, when nothing goes out through it any more
   */
  public Subscription(
      Socket socket,
      UUID roomId,
      UUID viewId,
      @Nullable UUID organisationId,
      Instant openedAt,
      long fromSeq,
      long sent,
      Consumer<Subscription> onEnd) {
    this.socket = socket;
    this.roomId = roomId;
    this.viewId = viewId;
    this.organisationId = organisationId;
    this.openedAt = openedAt;
    this.fromSeq = fromSeq;
    this.sent = sent;
    this.onEnd = onEnd;
  }

  public Socket socket() {
    return socket;
  }

  public UUID roomId() {
    return roomId;
  }

  public UUID personId() {
    return socket.personId();
  }

  public UUID viewId() {
    return viewId;
  }

  public @Nullable UUID organisationId() {
    return organisationId;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public long fromSeq() {
    return fromSeq;
  }

  /** Whether messages can go out; else they wait in the database until the socket is drained. */
  boolean isReady() {
    return !socket.isFull();
  }

  /** The last message that went out. Final once the subscription has ended. */
  public long sent() {
    return sent;
  }

  void sent(long seq) {
    sent = seq;
  }

  /** Ends it, once. */
  void end() {
    if (!ended) {
      ended = true;
      onEnd.accept(this);
    }
  }
}
