package no.samsnakk.platform.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Gives each connection that a port takes from now on its guard, before anything is read of it. */
final class GuardedPort extends ChannelInboundHandlerAdapter {
  private final ConnectionConfig config;
  private final Places places;

  GuardedPort(ConnectionConfig config, Places places) {
    this.config = config;
    this.places = places;
  }

  @Override
  public void channelRead(ChannelHandlerContext port, Object taken) {
    if (taken instanceof Channel connection) {
      var guard = new ConnectionGuard(config, places, port.channel().localAddress());
      connection.pipeline().addFirst(guard, new OnlyHttp1());
    }
    port.fireChannelRead(taken);
  }
}
