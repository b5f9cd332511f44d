package no.samsnakk.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.TimeUnit;

/**
 * One of the two ends of a tunnel.
 *
 * @param channel the connection below the socket
 */
record End(NetSocket socket, Channel channel) {
  /** For what is still unsent when the tunnel ends. */
  private static final long GRACE_SECONDS = 2;

  static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }

  /**
   * Closes it when all that was written has been sent, and drops it where that takes too long: the
   * other side may never read again, and Vert.x would wait for it for ever, at its own stop too.
   */
  void close() {
    socket.close();
    channel.eventLoop().schedule(this::drop, GRACE_SECONDS, TimeUnit.SECONDS);
  }

  /** At once, whatever is still unsent. Nothing happens to one that is gone already. */
  void drop() {
    ChannelHandlerContext first = channel.pipeline().firstContext();
    // A closed channel has lost its handlers.
    if (first != null) {
      first.close();
    }
  }
}
