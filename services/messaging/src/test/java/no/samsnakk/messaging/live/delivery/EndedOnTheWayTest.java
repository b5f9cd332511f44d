package no.samsnakk.messaging.live.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Sockets;
import org.junit.jupiter.api.Test;

/** R4: what ends while its opening is on its way does not begin, and says how it ended. */
@QuarkusTest
@WithTestResource(World.class)
class EndedOnTheWayTest extends RoomOfAre {
  @Inject ChannelContext context;
  @Inject Sockets sockets;
  @Inject RoomKeys keys;

  /** What happens once the opening has been read, and before it goes out. */
  private interface Meanwhile {
    /**
     * @return what is known of the access by then
     */
    Access happens(RoomChannels rooms, UUID roomId, Access read);
  }

  @Test
  void R9_a_room_that_is_erased_is_not_opened() {
    meanwhile(
        (rooms, roomId, read) -> {
          rooms.erased(roomId);
          return read;
        });

    hersIsClosedWith("room-erased");
  }

  @Test
  void R4_who_is_shown_out_is_told_that_she_was() {
    meanwhile(
        (rooms, roomId, read) -> {
          var rights = new HashMap<>(read.rights());
          rights.computeIfPresent(
              vera.personId(),
              (her, right) -> new Right(right.organisationId(), false, false, "SEAT_REMOVED"));
          return new Access(read.epoch() + 1, rights);
        });

    hersIsClosedWith("seat-removed");
  }

  private void hersIsClosedWith(String code) {
    vera.browser().says("{\"type\":\"open\",\"roomId\":\"" + room + "\"}");
    // Told to all her windows, and of the view that did not begin.
    assertThat(vera.browser().hears(ServerFrame.Closed.class).code()).isEqualTo(code);
    assertThat(vera.browser().hears(ServerFrame.Closed.class).code()).isEqualTo(code);
  }

  private void meanwhile(Meanwhile meanwhile) {
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public Optional<RefusalCode> join(
              Subscription subscription, Access read, EncodedFrame opening) {
            var known = meanwhile.happens(this, subscription.roomId(), read);
            return super.join(subscription, Objects.requireNonNull(known), opening);
          }
        },
        RoomChannels.class);
    vera.browser();
  }
}
