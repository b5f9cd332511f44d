package no.samsnakk.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.rooms.room.Part;
import no.samsnakk.rooms.room.Rights;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.SeatStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * R1, R4: who may read and write is defined in SQL for messaging, which locks it, and in Java for
 * all that rooms tells. Whatever state there can be, the two say the same.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RightsTest {
  /** Each state with what the table demands beside it. */
  private static final String ROOM =
      """
      update rooms.room set status = '%1$s',
        consent_answered_at = case when '%1$s' in ('PROPOSED', 'RETRACTED') then null else now() end,
        consent_text_version = case when '%1$s' in ('PROPOSED', 'RETRACTED') then null else '1' end,
        consent_withdrawn_at = case when '%1$s' = 'WITHDRAWN' then now() end,
        retracted_at = case when '%1$s' = 'RETRACTED' then now() end
      where room_id = '%2$s'""";

  private static final String SEATS = "update rooms.seat set status = '%s' where room_id = '%s'";

  private static final String BLOCK =
      "insert into rooms.block (patient_id, person_id, blocked_at) values ('%s', '%s', now())";

  private static final String ASK =
      "select person_id, may_read, may_write from rooms.access_v1 where room_id = '%s'";

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

  @Test
  void R4_inEveryStateOfRoomAndSeatTheViewSaysWhatIsTold() throws SQLException {
    try (var database = Database.asSuperuser()) {
      database.setAutoCommit(false);
      run(database, BLOCK.formatted(are.personId(), frida.personId()));
      for (var room : RoomStatus.values()) {
        for (var seat : SeatStatus.values()) {
          run(database, ROOM.formatted(room, roomId));
          run(database, SEATS.formatted(seat, roomId));

          var asked = asked(database);

          var where = room + ", " + seat;
          assertEquals(
              Rights.of(room, Part.PATIENT, seat, false), asked.get(are.personId()), where);
          assertEquals(
              Rights.of(room, Part.HELPER, seat, false), asked.get(kari.personId()), where);
          assertEquals(
              Rights.of(room, Part.HELPER, seat, true), asked.get(frida.personId()), where);
          assertEquals(new Rights(false, false), asked.get(frida.personId()), where);
        }
      }
      database.rollback();
    }
  }

  @Test
  void R4_whatIsToldOfEachSeatIsWhatTheViewSaysOfIt() throws SQLException {
    are.consents(roomId);
    isToldAsItIs(2);
    are.approves(roomId, frida);
    isToldAsItIs(3);
    are.removes(roomId, are.seatOf(roomId, frida));
    isToldAsItIs(4);
    are.withdraws(roomId);
    isToldAsItIs(5);
  }

  private void isToldAsItIs(long epoch) throws SQLException {
    try (var database = Database.asSuperuser()) {
      var told =
          Heard.changesOf(roomId, epoch).getLast().seats().stream()
              .collect(
                  Collectors.toMap(
                      RoomChanged.Seat::personId,
                      seat -> new Rights(seat.mayRead(), seat.mayWrite())));

      assertEquals(asked(database), told);
      assertEquals(3, told.size());
    }
  }

  @Test
  void R4_nobodyIsShownThatSheMayWriteWhoMayNot() throws SQLException {
    isShown(false, are, kari);
    are.consents(roomId);
    are.approves(roomId, frida);
    isShown(true, are, kari, frida);
    are.withdraws(roomId);
    isShown(false, are);
  }

  private void isShown(boolean mayWrite, Actor... those) throws SQLException {
    try (var database = Database.asSuperuser()) {
      for (var person : those) {
        boolean shown =
            person.asks().get("/api/rooms/" + roomId).then().extract().path("may.write");

        assertEquals(mayWrite, shown);
        assertEquals(mayWrite, asked(database).get(person.personId()).write());
      }
    }
  }

  private Map<UUID, Rights> asked(Connection database) throws SQLException {
    try (var statement = database.createStatement();
        var rows = statement.executeQuery(ASK.formatted(roomId))) {
      var rights = Stream.<Map.Entry<UUID, Rights>>builder();
      while (rows.next()) {
        rights.add(
            Map.entry(
                rows.getObject(1, UUID.class), new Rights(rows.getBoolean(2), rows.getBoolean(3))));
      }
      return rights.build().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private static void run(Connection database, String statement) throws SQLException {
    try (var statements = database.createStatement()) {
      assertTrue(statements.executeUpdate(statement) > 0);
    }
  }
}
