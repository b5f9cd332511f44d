package no.samsnakk.platform.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off a connection that takes too long to say what it wants. Used on its own event loop only.
 *
 * <pre>
 *   taken ──▶ HEADER ─ header read ─▶ BODY, if it has one ─ read ─▶ ANSWER ─ answered ─▶ NEXT
 *               ▲                                                                         │
 *               └───────────────────────────── an octet comes ────────────────────────────┘
 * </pre>
 *
 * An upgraded connection is never answered in this sense: from then on it is the socket's own
 * bounds that count.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {
  private enum Awaits {
    HEADER,
    BODY,
    ANSWER,
    NEXT
  }

  private final ConnectionConfig config;
  private final Places places;
  private final SocketAddress port;

  private boolean admitted;
  private Awaits awaits = Awaits.HEADER;
  private long deadline;
  private @Nullable ChannelHandlerContext channel;
  private @Nullable SocketAddress peer;
  private @Nullable HttpServerRequest asked;
  private @Nullable ScheduledFuture<?> look;

  ConnectionGuard(ConnectionConfig config, Places places, SocketAddress port) {
    this.config = config;
    this.places = places;
    this.port = port;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    channel = ctx;
    peer = ctx.channel().remoteAddress();
    admitted = places.take(port, peer);
    if (admitted) {
      await(Awaits.HEADER, config.header());
      ctx.fireChannelActive();
    } else {
      ctx.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (admitted && peer != null) {
      admitted = false;
      places.leave(port, peer);
    }
    if (look != null) {
      look.cancel(false);
    }
    asked = null;
    ctx.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object octets) {
    if (awaitsRequest() && octets instanceof ByteBuf buffer && isHttp2(buffer)) {
      buffer.release();
      ctx.close();
      return;
    }
    boolean next = awaits == Awaits.NEXT;
    ctx.fireChannelRead(octets);
    // Usually the whole request was in it, and has been handed on by now.
    if (next && awaits == Awaits.NEXT) {
      await(Awaits.HEADER, config.header());
    }
  }

  /** In a body or between the frames of a socket the same octets mean nothing. */
  private boolean awaitsRequest() {
    return awaits == Awaits.HEADER || awaits == Awaits.NEXT;
  }

  /** "PRI * HTTP/2.0", with which RFC 9113 begins; {@link OnlyHttp1} knows it in pieces too. */
  private static boolean isHttp2(ByteBuf octets) {
    return octets.readableBytes() >= 4
        && octets.getInt(octets.readerIndex()) == ('P' << 24 | 'R' << 16 | 'I' << 8 | ' ');
  }

  /** The header of a request has been read. */
  void asks(HttpServerRequest request) {
    asked = request;
    if (hasBody(request)) {
      await(Awaits.BODY, config.body());
    } else {
      awaits = Awaits.ANSWER;
    }
  }

  /** The request that was read has been answered, or broken off. May come from any thread. */
  void answered(HttpServerRequest request) {
    var ours = channel;
    if (ours == null || !ours.channel().isActive() || hasBecomeSocket(request)) {
      return;
    }
    if (ours.executor().inEventLoop()) {
      awaitNextAfter(request);
    } else {
      ours.executor().execute(() -> awaitNextAfter(request));
    }
  }

  /** Whoever sends the next request without waiting may have been heard already. */
  private void awaitNextAfter(HttpServerRequest request) {
    if (asked == request) {
      asked = null;
      await(Awaits.NEXT, config.idle());
    }
  }

  /** What was asked for means nothing: any other answer is one, and the next request may come. */
  private static boolean hasBecomeSocket(HttpServerRequest request) {
    return request.response().getStatusCode() == 101;
  }

  private static boolean hasBody(HttpServerRequest request) {
    var length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") != null
        || (length != null && !length.equals("0"));
  }

  private void await(Awaits what, Duration patience) {
    awaits = what;
    deadline = System.nanoTime() + patience.toNanos();
    lookIn(patience.toNanos());
  }

  private void lookIn(long nanos) {
    if (channel != null) {
      if (look != null) {
        look.cancel(false);
      }
      look = channel.executor().schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void look() {
    long left = deadline - System.nanoTime();
    if (awaits == Awaits.ANSWER || (awaits == Awaits.BODY && asked != null && asked.isEnded())) {
      return;
    }
    if (left > 0) {
      lookIn(left);
    } else if (channel != null) {
      channel.close();
    }
  }
}
