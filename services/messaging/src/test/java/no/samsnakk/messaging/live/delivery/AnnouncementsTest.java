package no.samsnakk.messaging.live.delivery;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.conversation.ServerFrame.RoomPosition;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.position.Positions;
import no.samsnakk.messaging.story.Browser;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.connection.Sockets;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does not look at a room hears how much is new to her, in whatever order an instance does. */
@QuarkusTest
@WithTestResource(World.class)
class AnnouncementsTest extends RoomOfAre {
  @Inject Sockets sockets;
  @Inject Snapshots snapshots;
  @Inject Positions positions;
  @Inject Lease lease;
  @Inject SeatlessSocketCloser seatless;
  @Inject MeterRegistry meters;

  /** A room of the test's own: what the database has of it is what a look brings. */
  private final UUID roomId = Ids.next();

  private Promise<Snapshot> looked = Promise.promise();
  private RoomChannel channel;
  private Access access;

  @BeforeEach
  void bothAreConnected() {
    are.browser();
    vera.browser();
    var right = new Right(null, true, true, null);
    access = new Access(1, Map.of(are.personId(), right, vera.personId(), right));
    channel =
        new RoomChannel(
            roomId,
            new ChannelContext(sockets, snapshots, positions, lease, seatless, meters) {
              @Override
              Future<Snapshot> look(UUID room, long afterSeq) {
                looked = Promise.promise();
                return looked.future();
              }

              @Override
              Future<Optional<RoomPosition>> position(UUID personId, UUID room) {
                return Future.succeededFuture(
                    Optional.of(new RoomPosition(roomId, 300, 0, List.of(299L), 7, Instant.EPOCH)));
              }
            });
    arrives(are, 0);
  }

  private void arrives(Person who, long seq) {
    channel.arrive(sockets.of(who.personId()).iterator().next(), access, seq);
  }

  private CommittedEntry entry(long seq, Person sender, EntryClass entryClass) {
    return new CommittedEntry(
        new Envelope(
            roomId,
            seq,
            Ids.next(),
            Ids.next(),
            sender.personId(),
            null,
            entryClass,
            entryClass == EntryClass.VISIBLE ? "TEXT" : "ACKNOWLEDGEMENT",
            1,
            Instant.EPOCH,
            1),
        () -> null);
  }

  private List<ServerFrame.Activity> told(Person who) {
    return all(who, ServerFrame.Activity.class).stream()
        .filter(it -> it.roomId().equals(roomId))
        .toList();
  }

  private List<ServerFrame.Position> positionsOf(Person who) {
    return all(who, ServerFrame.Position.class).stream()
        .filter(it -> it.room().roomId().equals(roomId))
        .toList();
  }

  private <T extends ServerFrame> List<T> all(Person who, Class<T> type) {
    Browser browser = who.browser();
    browser.hearsAllThatIsComing();
    return browser.all(type);
  }

  /** She has read it from the database before this instance has heard that it was committed. */
  @Test
  void what_somebody_who_comes_has_read_before_it_is_heard_is_told_of_as_it_is() {
    arrives(vera, 2);

    channel.hear(entry(1, vera, EntryClass.VISIBLE));
    channel.hear(entry(2, are, EntryClass.AMENDS));
    looked.tryComplete(
        new Snapshot(
            access,
            2,
            List.of(entry(1, vera, EntryClass.VISIBLE), entry(2, are, EntryClass.AMENDS))));

    assertThat(told(vera)).extracting(ServerFrame.Activity::own).containsExactly(true, true);
    assertThat(told(are)).extracting(ServerFrame.Activity::own).containsExactly(false, true);
    assertThat(told(are)).extracting(ServerFrame.Activity::lastSeq).containsExactly(1L, 2L);
  }

  @Test
  void who_comes_late_is_told_how_far_the_room_has_come_and_what_of_it_is_hers() {
    channel.hear(entry(1, vera, EntryClass.AMENDS));

    arrives(vera, 0);

    await().until(() -> positionsOf(vera).size() == 1);
    assertThat(positionsOf(vera).getFirst().room().ownBefore()).isEqualTo(7);
    assertThat(positionsOf(are)).isEmpty();
  }

  @Test
  void more_than_one_look_brings_is_told_of_one_by_one() {
    channel.compare(1, 2, 150);

    looked.complete(new Snapshot(access, 150, amending(1, 100)));
    looked.complete(new Snapshot(access, 150, amending(101, 150)));

    assertThat(told(are)).hasSize(150).allMatch(ServerFrame.Activity::own);
    assertThat(positionsOf(are)).isEmpty();
  }

  @Test
  void what_no_look_brings_is_told_of_by_where_each_is() {
    channel.compare(1, 2, 150);

    looked.complete(new Snapshot(access, 150, List.of()));

    await().until(() -> positionsOf(are).size() == 1);
    assertThat(told(are)).isEmpty();
    channel.compare(1, 2, 150);
    assertThat(positionsOf(are)).hasSize(1);
  }

  private List<CommittedEntry> amending(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(seq -> entry(seq, vera, EntryClass.AMENDS))
        .toList();
  }
}
