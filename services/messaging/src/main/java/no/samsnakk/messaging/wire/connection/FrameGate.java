package no.samsnakk.messaging.wire.connection;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a client sends passes here, one frame at a time, before Vert.x sees it. Left to
 * themselves Vert.x and WebSockets Next answer every ping, whether or not anybody reads the
 * answers, gather the fragments of a message without counting them, and drop a connection whose
 * frame is too large without saying so. Here each of them counts.
 *
 * <pre>
 *   Netty's decoder ─▶ FrameGate ─▶ Vert.x ─▶ ConversationSocket
 *                        │  text, binary, fragments, close
 *                        ├─ ping: answered here, within the socket's bounds
 *                        └─ pong: heard, and gone
 * </pre>
 */
final class FrameGate extends ChannelInboundHandlerAdapter {
  /** Frames that may come before the socket is open, which takes no longer than a few tasks. */
  private static final int EARLY = 512;

  private final Tcp tcp;
  private final Queue<WebSocketFrame> early = new ArrayDeque<>();
  private @Nullable Socket socket;

  /** Bytes of the message whose fragments are coming in. */
  private long message;

  private boolean unflushed;

  FrameGate(Tcp tcp) {
    this.tcp = tcp;
  }

  /** The socket is open: what has come already goes to it, then everything else. */
  void opens(ChannelHandlerContext ctx, Socket opened) {
    socket = opened;
    for (var frame = early.poll(); frame != null; frame = early.poll()) {
      take(ctx, opened, frame);
    }
    channelReadComplete(ctx);
    tcp.readOn(Tcp.Hold.NOT_OPEN);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object read) {
    if (!(read instanceof WebSocketFrame frame)) {
      ctx.fireChannelRead(read);
    } else if (socket != null) {
      take(ctx, socket, frame);
    } else {
      keep(ctx, frame);
    }
  }

  private void keep(ChannelHandlerContext ctx, WebSocketFrame frame) {
    tcp.stopReading(Tcp.Hold.NOT_OPEN);
    early.add(frame);
    if (early.size() > EARLY) {
      ctx.close();
    }
  }

  private void take(ChannelHandlerContext ctx, Socket of, WebSocketFrame frame) {
    if (frame instanceof CloseWebSocketFrame) {
      ctx.fireChannelRead(frame);
    } else if (!of.comes()) {
      frame.release();
    } else if (frame instanceof PingWebSocketFrame) {
      answer(ctx, of, frame);
    } else if (frame instanceof PongWebSocketFrame) {
      frame.release();
    } else {
      data(ctx, of, frame);
    }
  }

  private void answer(ChannelHandlerContext ctx, Socket of, WebSocketFrame ping) {
    int weight = EncodedFrame.weight(ping.content().readableBytes());
    if (!of.beginPong(weight)) {
      ping.release();
      return;
    }
    unflushed = true;
    ctx.write(new PongWebSocketFrame(ping.content()))
        .addListener((ChannelFutureListener) done -> of.endPong(weight));
  }

  private void data(ChannelHandlerContext ctx, Socket of, WebSocketFrame frame) {
    message += frame.content().readableBytes();
    if (of.isTooLarge(message)) {
      frame.release();
      of.refuseTooLarge();
      return;
    }
    if (frame.isFinalFragment()) {
      message = 0;
    }
    ctx.fireChannelRead(frame);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (unflushed) {
      unflushed = false;
      ctx.flush();
    }
    ctx.fireChannelReadComplete();
  }

  /** Who does not read what is sent to him is not read from either. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      tcp.readOn(Tcp.Hold.NOT_WRITABLE);
    } else {
      tcp.stopReading(Tcp.Hold.NOT_WRITABLE);
    }
    ctx.fireChannelWritabilityChanged();
  }

  /**
   * A frame that Netty's decoder does not take. The connection stays for the close frame and its
   * two seconds of grace; the decoder throws away what else comes, so that the client, which may
   * still be sending the rest of it, gets to read why.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (socket == null || !(cause instanceof CorruptedWebSocketFrameException violation)) {
      ctx.fireExceptionCaught(cause);
    } else if (violation.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
      socket.refuseTooLarge();
    } else {
      socket.cut(CloseCode.PROTOCOL_ERROR);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    for (var frame = early.poll(); frame != null; frame = early.poll()) {
      frame.release();
    }
    ctx.fireChannelInactive();
  }
}
