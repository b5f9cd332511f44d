package no.samsnakk.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.ServerFrame;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.messaging.reading.entry.PayloadCodec;
import no.samsnakk.messaging.story.Database;
import no.samsnakk.messaging.story.Operator;
import no.samsnakk.messaging.story.RoomOfAre;
import no.samsnakk.messaging.story.SealedEntries;
import no.samsnakk.messaging.story.Traces;
import no.samsnakk.messaging.story.World;
import no.samsnakk.platform.transaction.Transaction;
import org.junit.jupiter.api.Test;

/** A room is erased by destroying its key. */
@QuarkusTest
@WithTestResource(World.class)
class ErasureTest extends RoomOfAre {
  private static final String CANARY = "kanarifuglen-som-ble-glemt";
  private static final String KEYSET = "select keyset from messaging.room_key where room_id = ?";

  @Inject Vertx vertx;
  @Inject Pool pool;
  @Inject RoomKeys keys;
  @Inject RoomKeyConfig config;
  @Inject KeyService service;
  private final Operator operator = Operator.withTheKey();

  @Test
  void R9_a_text_is_found_nowhere_after_its_room_was_erased() throws Exception {
    try (var traces = new Traces()) {
      vera.opens(room);
      are.sends(room, CANARY);
      vera.sees(CANARY);
      story.wire.hears(EntryCommitted.class, it -> it.roomId().equals(room));
      story.withdraws(are, room);

      Operator.with("feil").erases(room).statusCode(401);
      operator.erases(room).statusCode(200);

      nobodyOpens(room);
      assertThat(traces.ofPostgres(CANARY.getBytes(UTF_8))).isEmpty();
      assertThat(traces.ofKafka(CANARY.getBytes(UTF_8))).isEmpty();
      assertThat(traces.ofTables(CANARY)).isEmpty();
      assertThat(traces.ofLogs(CANARY)).isEmpty();
      // What is there is found: the room's id, and that something was logged.
      assertThat(traces.ofPostgres(Bytes.of(room))).isNotEmpty();
      assertThat(traces.ofKafka(room.toString().getBytes(UTF_8))).isNotEmpty();
      assertThat(traces.ofTables(room.toString())).contains("messaging.entry");
      assertThat(traces.ofLogs("turned away")).isNotEmpty();
    }
  }

  @Test
  void R9_nothing_that_remains_in_the_database_opens_what_was_written() {
    are.sends(room, CANARY);
    story.withdrawsSilently(room);
    operator.erases(room).statusCode(200);

    assertThat(Database.ask(byte[].class, KEYSET, room)).containsExactly((byte[]) null);
    assertThat(Database.ask(UUID.class, "select room_id from messaging.entry")).contains(room);
    nobodyOpens(room);
    // Every other keyset is bound to its own room.
    for (UUID other : Database.ask(UUID.class, "select room_id from messaging.room_key")) {
      assertThat(opens(other)).isFalse();
    }
  }

  private boolean opens(UUID other) {
    var cipher = join(keys.of(pool, List.of(other))).get(other);
    if (cipher == null) {
      return false;
    }
    try {
      PayloadCodec.open(cipher, SealedEntries.of(single(UUID.class, "entry_id")));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private <T> T single(Class<T> type, String column) {
    return Database.ask(type, "select " + column + " from messaging.entry where room_id = ?", room)
        .getFirst();
  }

  /** Within a second; also for who had the key in memory. */
  private void nobodyOpens(UUID room) {
    await().until(() -> join(keys.of(pool, List.of(room))).erased().contains(room));
  }

  @Test
  void the_patient_who_reads_on_is_told_and_asks_no_more() {
    are.sends(room, CANARY);
    story.withdrawsSilently(room);
    are.opens(room);

    operator.erases(room).statusCode(200);

    assertThat(are.browser().hears(ServerFrame.Closed.class))
        .isEqualTo(new ServerFrame.Closed(room, "room-erased"));
    are.browser().says("{\"type\":\"open\",\"roomId\":\"" + room + "\"}");
    assertThat(are.browser().hears(ServerFrame.Refused.class).code()).isEqualTo("room-erased");
    are.pages(room, Map.of()).statusCode(410).body("code", equalTo("room-erased"));
    vera.pages(room, Map.of()).statusCode(404).body("code", equalTo("room-unknown"));
    assertThat(are.connects().isOpen()).isTrue();
    story.wire.hears(
        AuditRecorded.class,
        it -> it.action() == AuditAction.ROOM_ERASED && room.equals(it.roomId()));
    story.wire.hears(
        AuditRecorded.class,
        it -> "room-erased".equals(it.code()) && it.agentId().equals(are.personId()));
  }

  @Test
  void a_room_that_somebody_may_write_in_is_not_erased() {
    are.sends(room, "Hei");

    operator.erases(room).statusCode(409).body("code", equalTo("room-still-open"));

    are.pages(room, Map.of()).statusCode(200).body("items.size()", equalTo(1));
    operator.erases(story.room(are)).statusCode(409);
    operator.erases(UUID.randomUUID()).statusCode(404);
  }

  @Test
  void R6_an_erasure_that_was_refused_is_in_the_log() {
    are.sends(room, "Hei");

    operator.erases(room).statusCode(409);

    assertThat(
            Database.ask(
                String.class,
                "select code from messaging.refusal where room_id = ? and agent_id = ?",
                room,
                AuditRecorded.OPERATOR))
        .containsExactly("room-still-open");
  }

  @Test
  void R9_an_erased_room_gets_no_key_again() {
    are.sends(room, "Hei");
    story.withdrawsSilently(room);
    operator.erases(room).statusCode(200);

    operator.erases(room).statusCode(404);
    operator.rotates(room).statusCode(404);
    assertThat(changes(room)).isZero();
  }

  /** What the running service can do to the row itself. */
  private int changes(UUID room) {
    return join(Transaction.run(pool, KeyScope.BEGIN, tx -> givesAKey(tx, room)));
  }

  private static Future<Integer> givesAKey(SqlConnection tx, UUID room) {
    var given =
        tx.preparedQuery(
                "update room_key set keyset = '\\x00', erased_at = null where room_id = $1")
            .execute(Tuple.of(room));
    return Transaction.commit(tx, List.of(given)).map(done -> given.result().rowCount());
  }

  @Test
  void R9_a_keyset_in_a_backup_is_worth_nothing_once_its_wrapping_key_was_dropped() {
    are.sends(room, CANARY);
    var inABackup = Database.ask(byte[].class, KEYSET, room).getFirst();
    story.withdrawsSilently(room);
    operator.erases(room).statusCode(200);

    operator.turnsToANewWrappingKey().statusCode(200);
    operator.dropsOldWrappingKeys().statusCode(200);

    var file = new KeyFile(vertx, config, service, pool);
    file.open();
    assertThatThrownBy(() -> file.unwrap(room, inABackup))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
