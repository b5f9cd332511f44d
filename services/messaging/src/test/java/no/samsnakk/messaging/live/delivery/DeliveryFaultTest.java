package no.samsnakk.messaging.live.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.event.MarkEvent;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.connection.Sockets;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong on the way to the others, the sender is answered. */
@QuarkusTest
@WithTestResource(World.class)
class DeliveryFaultTest extends RoomOfAre {
  @Inject ChannelContext context;
  @Inject Sockets sockets;
  @Inject RoomKeys keys;

  @Test
  void R2_what_cannot_be_delivered_is_accepted_all_the_same() {
    are.browser();
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public void committed(Entry message) {
            throw new IllegalStateException("a fault in delivery");
          }
        },
        RoomChannels.class);

    // More than may be under way at once for one socket: each gives its place back.
    for (int seq = 1; seq <= 100; seq++) {
      assertThat(are.sends(room, "Hei").seq()).isEqualTo(seq);
    }
  }

  @Test
  void a_mark_that_cannot_be_told_gives_its_place_back() {
    for (int i = 0; i < 100; i++) {
      are.sends(room, "Hei");
    }
    vera.browser();
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public void marked(MarkEvent mark) {
            throw new IllegalStateException("a fault in delivery");
          }
        },
        RoomChannels.class);

    for (long seq = 1; seq <= 100; seq++) {
      vera.browser().says(new ClientFrame.Read(room, seq, seq));
      long upTo = seq;
      story.wire.hears(MessagesRead.class, it -> it.roomId().equals(room) && it.seq() == upTo);
    }

    vera.browser().says(new ClientFrame.Ping());
    vera.browser().hears(ServerFrame.Pong.class);
  }
}
