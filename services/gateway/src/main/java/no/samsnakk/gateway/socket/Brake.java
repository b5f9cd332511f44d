package no.samsnakk.gateway.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Reads from one end of a tunnel only as fast as the connection behind the other takes it.
 *
 * <p>The socket that Vert.x makes of a client's upgraded connection never says that it is full, so
 * that a pipe into it holds whatever the other end sends. Its channel does say so.
 */
final class Brake extends ChannelInboundHandlerAdapter {
  private final NetSocket from;

  private Brake(NetSocket from) {
    this.from = from;
  }

  /** Holds at most so many octets of {@code from} for this connection, and what was just read. */
  static void between(NetSocket from, HttpConnection to, int octets) {
    var last = ((ConnectionBase) to).channelHandlerContext();
    // A closed channel has lost its handlers, and takes nothing any more.
    if (!last.isRemoved()) {
      last.channel().config().setWriteBufferWaterMark(new WriteBufferWaterMark(octets / 2, octets));
      last.pipeline().addBefore(last.name(), null, new Brake(from));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      from.resume();
    } else {
      from.pause();
    }
    context.fireChannelWritabilityChanged();
  }
}
