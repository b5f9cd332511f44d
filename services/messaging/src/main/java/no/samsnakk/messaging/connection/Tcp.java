package no.samsnakk.messaging.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Queue;
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
 *   event loop:                    └─▶ all that waits ─▶ flush ─▶ taken(bytes)
 * </pre>
 */
public final class Tcp {
  private final Channel channel;
  private final Queue<Encoded> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean leaving = new AtomicBoolean();

  public Tcp(HttpConnection connection) {
    this(((ConnectionBase) connection).channel());
  }

  Tcp(Channel channel) {
    this.channel = channel;
  }

  boolean isOpen() {
    return channel.isActive();
  }

  /**
   * Hands a frame to the network, in the order of the calls.
   *
   * @param taken hears how many bytes are no longer waiting, sent or lost; the same for every call
   */
  void write(Encoded frame, IntConsumer taken) {
    waiting.add(frame);
    if (leaving.compareAndSet(false, true)) {
      channel.eventLoop().execute(() -> leave(taken));
    }
  }

  private void leave(IntConsumer taken) {
    // First, so that a frame which comes after the last look below makes a task of its own.
    leaving.set(false);
    int bytes = 0;
    ChannelFuture last = channel.newSucceededFuture();
    for (Encoded next = waiting.poll(); next != null; next = waiting.poll()) {
      bytes += next.bytes();
      last = channel.write(frame(next));
    }
    int written = bytes;
    channel.flush();
    last.addListener(done -> taken.accept(written));
  }

  private static TextWebSocketFrame frame(Encoded frame) {
    return new TextWebSocketFrame(Unpooled.wrappedBuffer(frame.utf8()));
  }

  /** Acts when everything that was written before has been handed on. */
  void afterwards(Runnable act) {
    channel.eventLoop().execute(act);
  }

  void stopReading() {
    channel.config().setAutoRead(false);
  }

  void readOn() {
    channel.config().setAutoRead(true);
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
