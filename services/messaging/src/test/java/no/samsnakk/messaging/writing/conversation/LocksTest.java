package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import no.samsnakk.contracts.conversation.ClientFrame;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.live.delivery.RoomChannels;
import no.samsnakk.messaging.reading.entry.EntryKinds;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Person;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.SealedEntries;
import no.samsnakk.messaging.story.World;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.messaging.wire.limits.Rates;
import no.samsnakk.messaging.wire.refusal.Refusals;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The two locks that a batch takes, in messaging's own statements: that of the room's sequence (R2)
 * and that of its senders' access (R4). Each test stops one transaction in the middle and looks, in
 * PostgreSQL, at what the other one waits for.
 */
@QuarkusTest
@WithTestResource(World.class)
class LocksTest extends RoomOfAre {
  /** The statements of those who wait for a lock that somebody else holds. */
  private static final String WAITING =
      "select query from pg_stat_activity where wait_event_type = 'Lock'";

  @Inject Vertx vertx;
  @Inject Pool pool;
  @Inject Outbox outbox;
  @Inject EntryKinds kinds;
  @Inject RoomKeys keys;
  @Inject Refusals refusals;
  @Inject RoomChannels rooms;
  @Inject Limits limits;
  @Inject Rates rates;
  @Inject Clock clock;
  @Inject MeterRegistry meters;

  @BeforeEach
  void theRoomHasItsFirstMessage() {
    are.sends(room, "Den første");
  }

  @Test
  void R4_a_withdrawal_waits_for_the_message_that_is_just_being_written() throws Exception {
    var id = Ids.next();

    try (var twin = uncommitted(vera, id)) {
      vera.browser().says(ClientFrame.Send.text(room, id, "Rett før"));
      await().until(() -> waitsIn("insert into entry"));
      var withdrawal = CompletableFuture.runAsync(() -> story.withdrawsSilently(room));
      await().until(() -> withdrawal.isDone() || waitsIn("update rooms.room"));

      assertThat(withdrawal).as("answered while the message is still being written").isNotDone();
      twin.rollback();
      withdrawal.get();
    }

    await().until(() -> kept().equals(List.of(1L, 2L)));
    assertThat(vera.isRefused(room, "Rett etter")).isEqualTo("room-unknown");
    assertThat(kept()).containsExactly(1L, 2L);
  }

  @Test
  void R4_a_message_waits_for_the_withdrawal_that_is_just_being_written() throws Exception {
    try (var withdrawal = Database.connect()) {
      withdrawal.setAutoCommit(false);
      Database.prepare(
              withdrawal,
              "update rooms.room set status = 'WITHDRAWN', access_epoch = access_epoch + 1"
                  + " where room_id = ?",
              room)
          .executeUpdate();

      vera.browser().says(ClientFrame.Send.text(room, Ids.next(), "Rett etter"));
      await().until(() -> kept().size() == 2 || waitsIn("access_v1"));

      assertThat(kept()).as("written by an access that is being withdrawn").hasSize(1);
      withdrawal.commit();
    }

    vera.browser().hearsAllThatIsComing();
    assertThat(vera.isRefused(room, "Enda senere")).isEqualTo("room-unknown");
    assertThat(kept()).containsExactly(1L);
  }

  @Test
  void R2_a_second_instance_waits_until_the_first_has_kept_its_message() throws Exception {
    var id = Ids.next();
    var other =
        new MessageWriter(
            vertx, pool, outbox, kinds, keys, refusals, rooms, limits, rates, clock, meters);
    other.write(draft(are, "Fra den andre, som altså kjenner rommet"));
    await().until(() -> kept().size() == 2);

    try (var twin = uncommitted(vera, id)) {
      vera.browser().says(ClientFrame.Send.text(room, id, "Fra den ene"));
      await().until(() -> waitsIn("insert into entry"));
      other.write(draft(are, "Fra den andre"));
      await().until(() -> Database.ask(String.class, WAITING).size() == 2);

      assertThat(Database.ask(String.class, WAITING))
          .as("the other one waits before it reads how far the room has come")
          .anySatisfy(query -> assertThat(query).contains("last_seq from conversation"));
      twin.rollback();
    }

    await().until(() -> kept().equals(List.of(1L, 2L, 3L, 4L)));
    assertThat(senders())
        .containsExactly(are.personId(), are.personId(), vera.personId(), are.personId());
  }

  /**
   * Somebody has written the same message and does not commit: the batch that writes it stops
   * there, with all of its locks, until he rolls back.
   */
  private Connection uncommitted(Person sender, UUID clientId) throws SQLException {
    var connection = Database.connect();
    connection.setAutoCommit(false);
    Database.prepare(
            connection,
            """
            insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id, kind,
              ciphertext, sent_at, access_epoch)
            values (?, 1000, ?, ?, ?, 'TEXT', '', now(), 1)\
            """,
            room,
            Ids.next(),
            clientId,
            sender.personId())
        .executeUpdate();
    return connection;
  }

  private Draft draft(Person sender, String body) {
    return new Draft(
        room,
        sender.personId(),
        Ids.next(),
        Ids.next(),
        SealedEntries.text(body),
        null,
        outcome -> {});
  }

  private static boolean waitsIn(String statement) {
    return Database.ask(String.class, WAITING).stream().anyMatch(it -> it.contains(statement));
  }

  private List<Long> kept() {
    return Database.ask(
        Long.class, "select seq from messaging.entry where room_id = ? order by seq", room);
  }

  private List<UUID> senders() {
    return Database.ask(
        UUID.class, "select sender_id from messaging.entry where room_id = ? order by seq", room);
  }
}
