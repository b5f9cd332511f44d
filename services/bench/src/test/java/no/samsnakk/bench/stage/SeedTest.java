package no.samsnakk.bench.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bench writes and reads others' tables: that it knows them as they are today. */
class SeedTest {
  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
  private static final String OF_ROOM =
      "select count(*) from rooms.access_v1 where %s and room_id = '%s'";

  /** With a session of her own id. */
  private static final String SIGNED_IN =
      "exists (select from gateway.session_v1 where session_id = person_id and ends_at > now())";

  private static List<Room> rooms = List.of();

  @BeforeAll
  static void migrateAndSeed() {
    POSTGRES.migrated(Service.ROOMS, Service.GATEWAY, Service.MESSAGING, Service.AUDIT);
    rooms = Seed.rooms(POSTGRES.superuserJdbcUrl(), 3, 5);
  }

  @AfterAll
  static void stop() {
    POSTGRES.close();
  }

  @Test
  void everyoneOfASeededRoomIsSignedInAndMayReadAndWriteThere() throws SQLException {
    for (var room : rooms) {
      assertEquals(5, count(OF_ROOM.formatted("may_read and may_write", room.roomId())));
      assertEquals(5, count(OF_ROOM.formatted(SIGNED_IN, room.roomId())));
    }
  }

  @Test
  void theArchiveReadsWhatMessagingAndAuditHaveWritten() {
    var archive = new Archive(POSTGRES.superuserJdbcUrl());

    assertEquals(List.of(), archive.kept(List.of()));
    assertEquals(0, archive.logged(0, Duration.ZERO).messages());
    assertEquals(List.of(), archive.views());
    assertEquals(0, archive.unloggedViews());
  }

  @Test
  void whoIsShownOutMayDoNothingUntilHeIsLetInAgain() throws SQLException {
    var room = rooms.getFirst();
    var helper = room.people().getLast();
    var access = new AccessTable(POSTGRES.superuserJdbcUrl());

    assertEquals(2, access.remove(room.roomId(), helper));
    assertEquals(4, readers(room));
    assertEquals(3, access.giveBack(room.roomId(), helper));
    assertEquals(5, readers(room));
  }

  @Test
  void afterAWithdrawalThePatientAloneMayReadUntilHeConsentsAgain() throws SQLException {
    var room = rooms.getLast();
    var access = new AccessTable(POSTGRES.superuserJdbcUrl());

    assertEquals(2, access.withdraw(room.roomId()));
    assertEquals(1, readers(room));
    assertEquals(3, access.consent(room.roomId()));
    assertEquals(5, readers(room));
  }

  private static long readers(Room room) throws SQLException {
    return count(OF_ROOM.formatted("may_read", room.roomId()));
  }

  @Test
  void messagesThatAreThereAlreadyBelongToOtherRooms() throws SQLException {
    var quiet = Seed.rooms(POSTGRES.superuserJdbcUrl(), 2, 7);
    var measured = Seed.rooms(POSTGRES.superuserJdbcUrl(), 1, 5);
    var archive = new Archive(POSTGRES.superuserJdbcUrl());

    Filler.store(POSTGRES.superuserJdbcUrl(), quiet, 100);

    assertEquals(100, archive.stored());
    assertEquals(100, archive.kept(quiet).size());
    assertEquals(List.of(), archive.kept(measured));
    assertEquals(100, count("select sum(last_seq) from messaging.conversation"));
  }

  private static long count(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(POSTGRES.superuserJdbcUrl());
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
