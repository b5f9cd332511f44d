package no.samsnakk.messaging.wire.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

/** The end of a connection. */
class TcpTest {
  /** As Vert.x does while it waits for the other end's close frame. */
  private static final class Waits extends ChannelOutboundHandlerAdapter {
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {}
  }

  private final EmbeddedChannel channel = new EmbeddedChannel(new Waits());
  private final Tcp tcp = new Tcp(channel);

  @Test
  void a_drop_waits_for_nobody() {
    tcp.drop();

    assertThat(tcp.isOpen()).isFalse();
  }

  @Test
  void what_is_gone_already_can_be_dropped() {
    tcp.drop();

    assertThatCode(tcp::drop).doesNotThrowAnyException();
  }
}
