package no.samsnakk.messaging.wire.connection;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.wire.limits.Bucket;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.platform.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * One signed-in person's open connection, with bounds in both directions. Neither a client that
 * floods nor one that never reads makes the server hold more than {@link Limits} say.
 */
public final class Socket {
  /** How long a client has to take the close frame before the connection is dropped. */
  private static final long GRACE_MILLIS = 2_000;

  private final Ticket ticket;
  private final WebSocketConnection connection;
  private final Tcp tcp;
  private final Limits limits;
  private final Vertx vertx;
  private final Clock clock;
  private final Bucket frames;
  private final AtomicLong outbound = new AtomicLong();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicReference<@Nullable CloseCode> cut = new AtomicReference<>();
  private volatile long heardAt;

  /** Since when messages have to wait for it; 0 while they need not. */
  private volatile long fullSince;

  /** Pings whose answers the network has not taken yet; on the event loop only. */
  private int unanswered;

  /** Since when it has taken none of those answers; 0 while there are none. */
  private volatile long unansweredSince;

  private volatile Runnable onDrained = () -> {};

  Socket(
      Ticket ticket,
      WebSocketConnection connection,
      Tcp tcp,
      Limits limits,
      Vertx vertx,
      Clock clock) {
    this.ticket = ticket;
    this.connection = connection;
    this.tcp = tcp;
    this.limits = limits;
    this.vertx = vertx;
    this.clock = clock;
    this.frames = new Bucket(limits.framesPerMinute(), clock.millis());
    this.heardAt = clock.millis();
  }

  public UUID personId() {
    return ticket.personId();
  }

  public UUID sessionId() {
    return ticket.sessionId();
  }

  public Instant sessionEndsAt() {
    return ticket.sessionEndsAt();
  }

  public boolean isOpen() {
    return cut.get() == null && tcp.isOpen();
  }

  public void send(ServerFrame frame) {
    send(EncodedFrame.of(frame));
  }

  /** Hands a frame to the network, in the order of the calls; cuts off a reader that is behind. */
  public void send(EncodedFrame frame) {
    if (isOpen() && fits(frame.weight())) {
      tcp.write(frame, this::left);
    }
  }

  private boolean fits(int weight) {
    long queued = outbound.addAndGet(weight);
    if (queued > limits.outboundBytes().asLongValue()) {
      cut(CloseCode.TOO_SLOW);
      return false;
    }
    if (queued > half() && fullSince == 0) {
      fullSince = clock.millis();
    }
    return true;
  }

  private void left(int weight) {
    long queued = outbound.addAndGet(-weight);
    if (fullSince != 0 && queued < half() / 2) {
      fullSince = 0;
      onDrained.run();
    }
  }

  private long half() {
    return limits.outboundBytes().asLongValue() / 2;
  }

  /** Whether messages had better wait, in the database, until {@link #whenDrained}. */
  public boolean isFull() {
    return fullSince != 0;
  }

  /** What to do when it has caught up after having been full. */
  public void whenDrained(Runnable act) {
    onDrained = act;
  }

  /** Whether it has taken nothing of what it asked for since before then. */
  boolean stuckBefore(long millis) {
    return before(fullSince, millis) || before(unansweredSince, millis);
  }

  private static boolean before(long since, long millis) {
    return since != 0 && since < millis;
  }

  /**
   * A frame has come, of any kind: also a ping, a pong, or one piece of a message.
   *
   * @return whether it is taken; if not, the socket is being closed
   */
  boolean comes() {
    heardAt = clock.millis();
    if (!frames.take(heardAt)) {
      cut(CloseCode.TOO_MANY_FRAMES);
    }
    return isOpen();
  }

  boolean isTooLarge(long bytes) {
    return bytes > limits.frameBytes();
  }

  void refuseTooLarge() {
    send(new ServerFrame.ErrorFrame(RefusalCode.FRAME_TOO_LARGE.code()));
    cut(CloseCode.FRAME_TOO_LARGE);
  }

  /**
   * The work on a frame begins.
   *
   * @return whether it may; if not, the socket is being closed
   */
  public boolean begin() {
    int now = inFlight.incrementAndGet();
    if (now >= limits.framesInFlight()) {
      tcp.stopReading(Tcp.Hold.WORK);
      // The work may have ended on another thread meanwhile, and nobody would read on.
      if (inFlight.get() <= limits.framesInFlight() / 2) {
        tcp.readOn(Tcp.Hold.WORK);
      }
    }
    if (now > limits.framesWaiting()) {
      cut(CloseCode.TOO_MANY_FRAMES);
    }
    return isOpen();
  }

  /** The work on one frame is done. */
  public void end() {
    if (inFlight.decrementAndGet() == limits.framesInFlight() / 2) {
      tcp.readOn(Tcp.Hold.WORK);
    }
  }

  /**
   * A ping is being answered, which is work until the network has taken the answer.
   *
   * @return whether it may be; if not, the socket is being closed
   */
  boolean beginPong(int weight) {
    if (!begin() || !fits(weight)) {
      return false;
    }
    if (unanswered++ == 0) {
      unansweredSince = clock.millis();
    }
    return true;
  }

  void endPong(int weight) {
    unansweredSince = --unanswered == 0 ? 0 : clock.millis();
    left(weight);
    end();
  }

  boolean silentSince(long millis) {
    return heardAt < millis;
  }

  /** Ends it: nothing more goes out, and the connection is gone two seconds later at most. */
  public void cut(CloseCode code) {
    if (!cut.compareAndSet(null, code)) {
      return;
    }
    tcp.afterwards(() -> close(code));
    vertx.setTimer(GRACE_MILLIS, timer -> tcp.drop());
  }

  private void close(CloseCode code) {
    if (connection.isOpen()) {
      connection
          .close(new CloseReason(code.code(), code.reason()))
          .subscribe()
          .with(closed -> {}, failed -> {});
    }
  }

  /** Why the server ended it, if it did. */
  @Nullable CloseCode cutBy() {
    return cut.get();
  }
}
