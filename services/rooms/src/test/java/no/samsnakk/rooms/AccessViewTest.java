package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code rooms.access_v1} as messaging reads it: with its own role, over its own connection. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class AccessViewTest {
  private static final String ASK =
      """
      select may_read, may_write, access_epoch, organisation_id from rooms.access_v1
      where room_id = '%s' and person_id = '%s'""";

  private Actor kari;
  private Actor frida;
  private Actor are;
  private UUID roomId;

  @BeforeEach
  void areHasARoomWithKariAndIsAskedAboutFrida() {
    kari = Actor.kari();
    frida = Actor.frida();
    are = Actor.are();
    roomId = kari.proposesRoomFor(are, frida);
  }

  private record Row(boolean mayRead, boolean mayWrite, long epoch) {}

  private Row ask(Connection messaging, Actor person, String lock) throws SQLException {
    try (var statement = messaging.createStatement();
        var rows = statement.executeQuery(ASK.formatted(roomId, person.personId()) + lock)) {
      assertTrue(rows.next(), "there is a row for whoever has or had a seat");
      var row = new Row(rows.getBoolean(1), rows.getBoolean(2), rows.getLong(3));
      assertFalse(rows.next(), "there is one row");
      return row;
    }
  }

  private Row asked(Actor person) throws SQLException {
    try (var messaging = Database.asMessaging()) {
      return ask(messaging, person, "");
    }
  }

  @Test
  void R1_beforeConsentNobodyReadsOrWrites() throws SQLException {
    for (var person : List.of(kari, are, frida)) {
      assertEquals(new Row(false, false, 1), asked(person));
    }
  }

  @Test
  void R1_afterConsentThoseInAnActiveSeatReadAndWrite() throws SQLException {
    are.consents(roomId);
    assertEquals(new Row(true, true, 2), asked(are));
    assertEquals(new Row(true, true, 2), asked(kari));
    assertEquals(new Row(false, false, 2), asked(frida));
    are.approves(roomId, frida);
    assertEquals(new Row(true, true, 3), asked(frida));
  }

  @Test
  void R4_whoeverHadASeatIsSeenToHaveLostIt() throws SQLException {
    are.consents(roomId);
    are.approves(roomId, frida);
    are.removes(roomId, are.seatOf(roomId, frida));
    assertEquals(new Row(false, false, 4), asked(frida));
    are.withdraws(roomId);
    assertEquals(new Row(true, false, 5), asked(are));
    assertEquals(new Row(false, false, 5), asked(kari));
  }

  @Test
  void whatEndedASeatIsSaidOfThoseToWhomThePatientDidIt() throws SQLException {
    are.consents(roomId);
    are.approves(roomId, frida);
    var fridas = are.seatOf(roomId, frida);
    assertNull(endedBy(frida));

    frida.removes(roomId, fridas).statusCode(204);
    assertNull(endedBy(frida), "she has left");
    isLetInAgain();
    are.removes(roomId, fridas).statusCode(200);
    assertEquals("SEAT_REMOVED", endedBy(frida));
    isLetInAgain();
    assertNull(endedBy(frida), "she is in");
    are.withdraws(roomId).statusCode(200);
    assertEquals("CONSENT_WITHDRAWN", endedBy(frida));
    assertEquals("CONSENT_WITHDRAWN", endedBy(kari));
    assertNull(endedBy(are), "he reads on");
    are.opensAgain(roomId).statusCode(200);
    assertNull(endedBy(frida), "she is asked about again");
  }

  /** The patient may do so at once, whatever he has said before. */
  private void isLetInAgain() {
    are.invites(roomId, frida.roleId()).statusCode(200);
    are.approves(roomId, frida);
  }

  private @Nullable String endedBy(Actor person) throws SQLException {
    try (var messaging = Database.asMessaging();
        var statement = messaging.createStatement();
        var rows =
            statement.executeQuery(
                "select ended_by from rooms.access_v1 where room_id = '%s' and person_id = '%s'"
                    .formatted(roomId, person.personId()))) {
      assertTrue(rows.next(), "there is a row for whoever has or had a seat");
      return rows.getString(1);
    }
  }

  @Test
  void R4_aWithdrawalWaitsForTheMessageThatIsJustBeingWritten() throws Exception {
    are.consents(roomId);
    try (var writer = Database.asMessaging();
        var reader = Database.asMessaging()) {
      writer.setAutoCommit(false);
      assertEquals(new Row(true, true, 2), ask(writer, kari, " for share"));

      var withdrawal =
          CompletableFuture.supplyAsync(() -> are.withdraws(roomId).extract().statusCode());
      await().until(AccessViewTest::somebodyWaitsForALock);
      assertFalse(withdrawal.isDone());
      assertEquals(new Row(true, true, 2), ask(reader, kari, ""), "not committed yet");
      writer.commit();

      assertEquals(200, withdrawal.get());
      assertEquals(new Row(false, false, 3), ask(writer, kari, " for share"));
      writer.commit();
    }
  }

  @Test
  void R4_aMessageWaitsForTheWithdrawalThatIsJustBeingWritten() throws Exception {
    are.consents(roomId);
    try (var rooms = Database.asRooms();
        var writer = Database.asMessaging()) {
      rooms.setAutoCommit(false);
      try (var statement = rooms.createStatement()) {
        statement.execute(
            """
            update rooms.room set status = 'WITHDRAWN', consent_withdrawn_at = now(),
              access_epoch = access_epoch + 1 where room_id = '%s'"""
                .formatted(roomId));
      }
      var answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return ask(writer, kari, " for share");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      await().until(AccessViewTest::somebodyWaitsForALock);
      try (var statement = rooms.createStatement()) {
        // The waiting writer holds no seat yet: it takes the room first, as we do.
        statement.execute(
            "update rooms.seat set status = 'REMOVED' where part = 'HELPER' and room_id = '%s'"
                .formatted(roomId));
      }
      rooms.commit();

      assertEquals(new Row(false, false, 3), answer.get(), "the writer sees what it waited for");
    }
  }

  /** Its messages come before the answer, or not at all. */
  @Test
  void R4_aBlockIsAnsweredAfterTheMessageThatIsJustBeingWritten() throws Exception {
    are.consents(roomId);
    CompletableFuture<Integer> answer;
    try (var writer = Database.asMessaging()) {
      writer.setAutoCommit(false);
      assertTrue(ask(writer, kari, " for share").mayWrite());
      answer = CompletableFuture.supplyAsync(() -> are.blocks(Actor.kari()).extract().statusCode());
      await().until(AccessViewTest::somebodyWaitsForALock);
      assertFalse(answer.isDone());
      try (var another = Database.asMessaging()) {
        assertFalse(ask(another, kari, "").mayWrite(), "the block has its effect already");
      }
      writer.commit();
    }
    assertEquals(200, answer.get());
  }

  @Test
  void aLockOnOneRoomHoldsUpNoOther() throws Exception {
    are.consents(roomId);
    var ola = Actor.are();
    var other = kari.proposesRoomFor(ola);
    try (var writer = Database.asMessaging()) {
      writer.setAutoCommit(false);
      ask(writer, kari, " for share");
      ola.consents(other).statusCode(200);
    }
  }

  @Test
  void aBatchThatLocksByAJoinHoldsUpNoOtherRoom() throws Exception {
    are.consents(roomId);
    var ola = Actor.are();
    var other = kari.proposesRoomFor(ola);
    var batch =
        """
        select a.may_write from rooms.access_v1 a
          join unnest('{%s}'::uuid[], '{%s}'::uuid[]) w(room_id, person_id)
            on a.room_id = w.room_id and a.person_id = w.person_id
        for share of a"""
            .formatted(roomId, kari.personId());
    try (var writer = Database.asMessaging();
        var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(batch);
      ola.consents(other).statusCode(200);
    }
  }

  private static boolean somebodyWaitsForALock() throws SQLException {
    return Database.count("select count(*) from pg_locks where not granted") > 0;
  }

  @Test
  void messagingChangesNothingThroughTheViewAndReadsNothingElse() throws SQLException {
    try (var messaging = Database.asMessaging();
        var statement = messaging.createStatement()) {
      for (var change :
          List.of(
              "update rooms.access_v1 set may_write = true",
              "update rooms.access_v1 set access_epoch = 0",
              "delete from rooms.access_v1",
              "insert into rooms.access_v1 (access_epoch) values (1)")) {
        assertThrows(SQLException.class, () -> statement.execute(change), change);
      }
      var tables =
          Database.texts(
              "select tablename from pg_tables where schemaname = 'rooms' order by tablename");
      assertTrue(tables.size() >= 7);
      for (var table : tables) {
        var refused =
            assertThrows(
                SQLException.class, () -> statement.execute("select * from rooms." + table), table);
        assertEquals("42501", refused.getSQLState(), table);
      }
    }
  }

  @Test
  void theRunningServiceDeletesNothingButSentOutboxRows() throws SQLException {
    try (var rooms = Database.asRooms();
        var statement = rooms.createStatement()) {
      for (var table : List.of("person", "subject", "organisation", "role", "room", "seat")) {
        var refused =
            assertThrows(SQLException.class, () -> statement.execute("delete from rooms." + table));
        assertEquals("42501", refused.getSQLState(), table);
      }
    }
  }
}
