package no.samsnakk.platform.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.impl.Http1xOrH2CHandler;
import io.vertx.core.http.impl.Http1xUpgradeToH2CHandler;

/**
 * Waits until a connection's protocol is settled, behind TLS where there is any. Then {@link
 * ReadableRequests} watches it.
 *
 * <p>Keeps a connection to HTTP/1.1 where Vert.x would look whether it speaks HTTP/2: at the
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

  private final boolean isBehindTls;
  private int looked;

  OnlyHttp1() {
    this(false);
  }

  private OnlyHttp1(boolean isBehindTls) {
    this.isBehindTls = isBehindTls;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object octets) {
    var tls = ctx.pipeline().context(SslHandler.class);
    if (tls != null && !isBehindTls) {
      ctx.pipeline().addAfter(tls.name(), null, new OnlyHttp1(true));
      ctx.pipeline().remove(this);
      ctx.fireChannelRead(octets);
    } else if (octets instanceof ByteBuf buffer) {
      read(ctx, buffer);
    } else {
      ctx.fireChannelRead(octets);
    }
  }

  private void read(ChannelHandlerContext ctx, ByteBuf buffer) {
    while (isUndecided(ctx) && buffer.isReadable()) {
      if (looked == HTTP_2_IS_CERTAIN) {
        buffer.release();
        ctx.close();
        return;
      }
      looked++;
      ctx.fireChannelRead(buffer.readRetainedSlice(1));
    }
    if (!isUndecided(ctx) && ReadableRequests.watch(ctx.pipeline())) {
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
