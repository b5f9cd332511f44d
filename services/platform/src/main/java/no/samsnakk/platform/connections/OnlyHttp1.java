package no.samsnakk.platform.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.http.impl.Http1xOrH2CHandler;
import io.vertx.core.http.impl.Http1xUpgradeToH2CHandler;

/**
 * Keeps a connection to HTTP/1.1 where Vert.x would look whether it speaks HTTP/2: at the
 * management port, for which Quarkus has no setting. Who begins in HTTP/2 is cut off; who offers to
 * change to it ({@code Upgrade: h2c}) is answered as if he had not, as RFC 9110, section 7.8,
 * allows.
 *
 * <p>Vert.x decides by the first octets, and builds the rest of the connection then. So it gets
 * them one by one until it has decided, and the offer is taken out of requests before its own
 * handler of offers sees it.
 */
final class OnlyHttp1 extends ChannelInboundHandlerAdapter {
  /** "PRI": no method of HTTP/1.1 begins so. */
  private static final int HTTP_2_IS_CERTAIN = 3;

  private int looked;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object octets) {
    if (!(octets instanceof ByteBuf buffer)) {
      ctx.fireChannelRead(octets);
      return;
    }
    while (isUndecided(ctx) && buffer.isReadable()) {
      if (looked == HTTP_2_IS_CERTAIN) {
        buffer.release();
        ctx.close();
        return;
      }
      looked++;
      ctx.fireChannelRead(buffer.readRetainedSlice(1));
    }
    if (!isUndecided(ctx)) {
      takeOffersOut(ctx);
      ctx.pipeline().remove(this);
    }
    ctx.fireChannelRead(buffer);
  }

  private static boolean isUndecided(ChannelHandlerContext ctx) {
    return ctx.pipeline().get(Http1xOrH2CHandler.class) != null;
  }

  private static void takeOffersOut(ChannelHandlerContext ctx) {
    var offers = ctx.pipeline().context(Http1xUpgradeToH2CHandler.class);
    if (offers != null) {
      ctx.pipeline().addBefore(offers.name(), null, NoOffers.INSTANCE);
    }
  }

  @Sharable
  private static final class NoOffers extends ChannelInboundHandlerAdapter {
    static final NoOffers INSTANCE = new NoOffers();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof HttpRequest request
          && request.headers().contains(HttpHeaderNames.UPGRADE, "h2c", true)) {
        request.headers().remove(HttpHeaderNames.UPGRADE);
      }
      ctx.fireChannelRead(message);
    }
  }
}
