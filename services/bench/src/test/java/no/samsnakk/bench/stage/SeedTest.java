package no.samsnakk.bench.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import no.samsnakk.local.LocalPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bench writes and reads others' tables: that it knows them as they are today. */
class SeedTest {
  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();

  @BeforeAll
  static void migrate() throws SQLException {
    for (var service : List.of("rooms", "gateway", "messaging", "audit")) {
      Scripts.run(POSTGRES.superuserJdbcUrl(), service);
    }
  }

  @AfterAll
  static void stop() {
    POSTGRES.close();
  }

  @Test
  void everyoneOfASeededRoomIsSignedInAndMayReadAndWriteThere() throws SQLException {
    Seed.rooms(POSTGRES.superuserJdbcUrl(), 3, 5);

    assertEquals(15, count("select count(*) from rooms.access_v1 where may_read and may_write"));
    // With a session of her own id.
    assertEquals(
        15,
        count(
            "select count(*) from rooms.access_v1 a join gateway.session_v1 s"
                + " on s.session_id = a.person_id and s.ends_at > now()"));
  }

  @Test
  void theArchiveReadsWhatMessagingAndAuditHaveWritten() {
    var archive = new Archive(POSTGRES.superuserJdbcUrl());

    assertEquals(List.of(), archive.kept(List.of()));
    assertEquals(0, archive.logged(0, Duration.ZERO).messages());
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
