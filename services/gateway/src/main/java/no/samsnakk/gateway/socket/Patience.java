package no.samsnakk.gateway.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Drops an end of a tunnel that has been full for too long. Nothing is read for it meanwhile, so
 * that nobody would hear that the other end has left: the tunnel would stay for ever.
 */
final class Patience extends ChannelInboundHandlerAdapter {
  private final End end;
  private final Duration most;
  private @Nullable ScheduledFuture<?> running;

  private Patience(End end, Duration most) {
    this.end = end;
    this.most = most;
  }

  /** Waits this long, whenever the end is full, for it to take something. */
  static void with(End end, Duration most) {
    end.channel().pipeline().addFirst(new Patience(end, most));
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    var before = running;
    if (before != null) {
      before.cancel(false);
    }
    running =
        context.channel().isWritable()
            ? null
            : context.executor().schedule(end::drop, most.toMillis(), TimeUnit.MILLISECONDS);
    context.fireChannelWritabilityChanged();
  }
}
