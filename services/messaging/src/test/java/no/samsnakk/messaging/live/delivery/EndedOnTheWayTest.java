package no.samsnakk.messaging.live.delivery;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.position.Positions;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.connection.EncodedFrame;
import no.samsnakk.messaging.wire.connection.Socket;
import no.samsnakk.messaging.wire.connection.Sockets;
import org.junit.jupiter.api.Test;

/** R4: what ends while its opening is on its way does not begin, and says how it ended. */
@QuarkusTest
@WithTestResource(World.class)
class EndedOnTheWayTest extends RoomOfAre {
  @Inject ChannelContext context;
  @Inject Sockets sockets;
  @Inject RoomKeys keys;
  @Inject Snapshots snapshots;
  @Inject Positions positions;
  @Inject Lease lease;
  @Inject SeatlessSocketCloser seatless;
  @Inject MeterRegistry meters;

  /** What happens once the access has been read, and before she is told. */
  private interface Meanwhile {
    /**
     * @return what is known of the access by then
     */
    Access happens(RoomChannels rooms, UUID roomId, Access read);
  }

  @Test
  void R9_a_room_that_is_erased_is_not_opened_and_that_is_told_once() {
    meanwhile(
        (rooms, roomId, read) -> {
          rooms.erased(roomId);
          // Heard each second for a minute.
          rooms.erased(roomId);
          return read;
        });
    vera.browser();

    opens();

    assertThat(ends(2)).containsExactly("room-erased", "room-erased");
  }

  @Test
  void R4_R6_who_is_shown_out_as_she_opens_it_is_told_that_she_was_and_has_seen_nothing() {
    are.sends(room, "Hei");
    meanwhile((rooms, roomId, read) -> withoutVera(read));
    vera.browser();

    opens();

    assertThat(ends(2)).containsExactly("seat-removed", "seat-removed");
    var view =
        story.wire.hears(
            AuditRecorded.class,
            it ->
                it.action() == AuditAction.MESSAGES_VIEWED
                    && it.agentId().equals(vera.personId())
                    && it.until() != null);
    assertThat(view.toSeq()).isLessThan(Objects.requireNonNull(view.fromSeq()));
  }

  @Test
  void R4_so_is_one_whose_welcome_still_names_the_room() {
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public void arrive(Socket socket, UUID roomId, Access read, long seq) {
            super.arrive(socket, roomId, withoutVera(read), seq);
          }
        },
        RoomChannels.class);

    vera.browser();

    assertThat(ends(1)).containsExactly("seat-removed");
  }

  @Test
  void what_was_read_of_a_room_before_it_began_takes_it_from_nobody() {
    vera.browser();
    Promise<Snapshot> slow = Promise.promise();
    var channel =
        new RoomChannel(
            room,
            new ChannelContext(sockets, snapshots, positions, lease, seatless, meters) {
              @Override
              Future<Snapshot> look(UUID roomId, long afterSeq) {
                return slow.future();
              }
            });
    channel.look();
    var hers = Map.of(vera.personId(), new Right(null, true, true, null));
    channel.arrive(sockets.of(vera.personId()).iterator().next(), new Access(1, hers), 0);

    slow.complete(new Snapshot(null, 0, List.of()));

    assertThat(channel.mayRead(vera.personId())).isTrue();
  }

  /** Nothing of it is known here then but that it is in the log. */
  @Test
  void R6_a_view_that_cannot_begin_ends_and_holds_up_no_other() {
    are.sends(room, "Hei");
    var other = story.room(are, vera);
    are.sends(other, "Hei igjen");
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public boolean join(Subscription subscription, Access read, EncodedFrame opening) {
            if (subscription.roomId().equals(room)) {
              throw new IllegalStateException("no room");
            }
            return super.join(subscription, read, opening);
          }
        },
        RoomChannels.class);

    vera.browser()
        .says(
            "{\"type\":\"hello\",\"rooms\":[{\"roomId\":\"%s\",\"afterSeq\":0},{\"roomId\":\"%s\",\"afterSeq\":0}]}"
                .formatted(room, other));

    assertThat(vera.browser().hears(ServerFrame.Refused.class).code())
        .isEqualTo("temporarily-unavailable");
    vera.browser().hears(ServerFrame.Opened.class, it -> it.roomId().equals(other));
    var view =
        story.wire.hears(
            AuditRecorded.class,
            it ->
                it.action() == AuditAction.MESSAGES_VIEWED
                    && room.equals(it.roomId())
                    && it.until() != null);
    assertThat(view.agentId()).isEqualTo(vera.personId());
    assertThat(view.toSeq()).isEqualTo(1);
  }

  @Test
  void R6_a_welcome_that_fails_leaves_no_view_without_an_end() {
    are.sends(room, "Hei");
    vera.browser();
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public void arrive(Socket socket, UUID roomId, Access read, long seq) {
            throw new IllegalStateException("no room");
          }
        },
        RoomChannels.class);

    vera.browser()
        .says(
            "{\"type\":\"hello\",\"rooms\":[{\"roomId\":\"%s\",\"afterSeq\":0}]}".formatted(room));

    assertThat(vera.browser().isClosedWith()).isEqualTo(1012);
    var view =
        story.wire.hears(
            AuditRecorded.class,
            it -> it.action() == AuditAction.MESSAGES_VIEWED && it.until() != null);
    assertThat(view.agentId()).isEqualTo(vera.personId());
  }

  private void opens() {
    vera.browser().says("{\"type\":\"open\",\"roomId\":\"" + room + "\"}");
  }

  /** Told to all her windows, and of the view that did not begin: no more than so many times. */
  private List<String> ends(int times) {
    await().until(() -> vera.browser().all(ServerFrame.Closed.class).size() >= times);
    vera.browser().hearsAllThatIsComing();
    return vera.browser().all(ServerFrame.Closed.class).stream()
        .map(ServerFrame.Closed::code)
        .toList();
  }

  private Access withoutVera(Access read) {
    var rights = new HashMap<>(read.rights());
    rights.computeIfPresent(
        vera.personId(),
        (her, right) -> new Right(right.organisationId(), false, false, "SEAT_REMOVED"));
    return new Access(read.epoch() + 1, rights);
  }

  private void meanwhile(Meanwhile meanwhile) {
    QuarkusMock.installMockForType(
        new RoomChannels(context, sockets, keys) {
          @Override
          public boolean join(Subscription subscription, Access read, EncodedFrame opening) {
            var known = meanwhile.happens(this, subscription.roomId(), read);
            return super.join(subscription, Objects.requireNonNull(known), opening);
          }
        },
        RoomChannels.class);
  }
}
