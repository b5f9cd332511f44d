package no.samsnakk.messaging.wire.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * The connection below a socket. WebSockets Next has no way to stop reading from a flooding client,
 * nor to drop one that does not take the close frame, and makes a write of its own of every frame;
 * Netty has. What a batch of messages brings to a socket leaves in one write:
 *
 * <pre>
 *   any thread:  write ─▶ waiting ─┐
 *   any thread:  write ─▶ waiting ─┤ one task
 *   event loop:                    └─▶ all that waits ─▶ flush ─▶ taken(weight)
 * </pre>
 */
public final class Tcp {
  /** Why nothing is read from the client just now. */
  enum Hold {
    /** Its socket is being opened. */
    NOT_OPEN,
    /** Enough of what it sent is being worked on. */
    WORK,
    /** It does not take what is sent to it. */
    NOT_WRITABLE
  }

  private final Channel channel;
  private final FrameGate gate = new FrameGate(this);

  /** On the event loop only. */
  private final Set<Hold> holds = EnumSet.noneOf(Hold.class);

  private final Queue<EncodedFrame> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean leaving = new AtomicBoolean();

  /** Of a connection that is about to become a socket. */
  public static Tcp below(HttpConnection connection) {
    var vertx = ((ConnectionBase) connection).channelHandlerContext();
    var tcp = new Tcp(vertx.channel());
    // One that was closed while its ticket was being checked has lost its handlers.
    if (!vertx.isRemoved()) {
      vertx.pipeline().addBefore(vertx.name(), null, tcp.gate);
    }
    return tcp;
  }

  Tcp(Channel channel) {
    this.channel = channel;
  }

  /**
   * From now on what comes in goes to this socket.
   *
   * @param fullBytes waiting for the network, at which nothing more is read from the client; at
   *     half of it reading goes on
   */
  void opens(Socket socket, int fullBytes) {
    onEventLoop(
        () -> {
          channel
              .config()
              .setWriteBufferWaterMark(new WriteBufferWaterMark(fullBytes / 2, fullBytes));
          var context = channel.pipeline().context(gate);
          // A closed channel has lost its handlers.
          if (context != null) {
            gate.opens(context, socket);
          }
        });
  }

  /** Acts once the connection is gone; at once if it is. */
  public void whenGone(Runnable act) {
    channel.closeFuture().addListener(closed -> act.run());
  }

  /** Whether nobody has closed it yet. */
  public boolean isOpen() {
    return channel.isActive();
  }

  /**
   * Hands a frame to the network, in the order of the calls.
   *
   * @param taken hears what weight is no longer waiting, sent or lost; the same for every call
   */
  void write(EncodedFrame frame, IntConsumer taken) {
    waiting.add(frame);
    if (leaving.compareAndSet(false, true)) {
      channel.eventLoop().execute(() -> leave(taken));
    }
  }

  private void leave(IntConsumer taken) {
    // First, so that a frame which comes after the last look below makes a task of its own.
    leaving.set(false);
    int weight = 0;
    ChannelFuture last = channel.newSucceededFuture();
    for (EncodedFrame next = waiting.poll(); next != null; next = waiting.poll()) {
      weight += next.weight();
      last = channel.write(frame(next));
    }
    int written = weight;
    channel.flush();
    last.addListener(done -> taken.accept(written));
  }

  private static TextWebSocketFrame frame(EncodedFrame frame) {
    return new TextWebSocketFrame(Unpooled.wrappedBuffer(frame.utf8()));
  }

  /** Acts when everything that was written before has been handed on. */
  void afterwards(Runnable act) {
    channel.eventLoop().execute(act);
  }

  void stopReading(Hold why) {
    onEventLoop(
        () -> {
          if (holds.add(why)) {
            channel.config().setAutoRead(false);
          }
        });
  }

  /** Reads on, unless something else is in the way. */
  void readOn(Hold why) {
    onEventLoop(
        () -> {
          if (holds.remove(why) && holds.isEmpty()) {
            channel.config().setAutoRead(true);
          }
        });
  }

  private void onEventLoop(Runnable act) {
    if (channel.eventLoop().inEventLoop()) {
      act.run();
    } else {
      channel.eventLoop().execute(act);
    }
  }

  /**
   * At once, whatever is still unsent. Not through the whole pipeline: Vert.x would once more wait
   * ten seconds for the other end to take its leave. Nothing happens to one that is gone already.
   */
  void drop() {
    ChannelHandlerContext first = channel.pipeline().firstContext();
    // A closed channel has lost its handlers.
    if (first != null) {
      first.close();
    }
  }
}
