package no.samsnakk.rooms;

import static no.samsnakk.contracts.time.Patience.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.function.Executable;

/** The database as others see it. */
final class Database {
  private static final String WAITING =
      """
      select count(*) from pg_locks w join pg_stat_activity a using (pid)
      where not w.granted and w.locktype = 'transactionid' and a.usename = 'samsnakk_rooms'""";

  private static final String HELD_BY_WAITING =
      """
      select count(*) from pg_locks h join pg_locks w using (pid)
      where h.locktype = 'advisory' and not w.granted""";

  private Database() {}

  /** As whoever may do everything. */
  static Connection asSuperuser() throws SQLException {
    return DriverManager.getConnection(Servers.postgres().superuserJdbcUrl());
  }

  /** As the running messaging service. */
  static Connection asMessaging() throws SQLException {
    return as("messaging");
  }

  /** As the running rooms service. */
  static Connection asRooms() throws SQLException {
    return as("rooms");
  }

  private static Connection as(String service) throws SQLException {
    var postgres = Servers.postgres();
    var variable = "SAMSNAKK_DB_" + service.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
    var password = Objects.requireNonNull(postgres.configuration().get(variable));
    return DriverManager.getConnection(postgres.jdbcUrl(), "samsnakk_" + service, password);
  }

  /**
   * Does this while somebody else has its turn: these rows of {@code rooms.turn}, which only rooms
   * can lock. Meanwhile it waits for nothing else, and holds no lock that belongs to the whole
   * database, where any service could take it first.
   */
  static void waitsForNothingButItsTurn(String turn, Executable act) throws Exception {
    whileItWaitsForItsTurn(turn, act, () -> {});
  }

  /** The same, while others do that. */
  static void whileItWaitsForItsTurn(String turn, Executable act, Executable others)
      throws Exception {
    answerAfter(
        "select from rooms.turn where name like '%s' for update".formatted(turn),
        () -> {
          assertDoesNotThrow(act);
          return true;
        },
        others);
  }

  /**
   * What is answered to somebody who asks while this change is written and not yet committed: he is
   * seen to wait for it, for nothing else, and only then it is committed.
   */
  static <T> T answerAfter(String change, Callable<T> ask) throws Exception {
    return answerAfter(change, ask, () -> {});
  }

  /** The same, while others do that. */
  static <T> T answerAfter(String change, Callable<T> ask, Executable meanwhile) throws Exception {
    try (var threads = Executors.newSingleThreadExecutor();
        var other = asSuperuser();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(change);
      var answer = threads.submit(ask);
      await().until(() -> count(WAITING) == 1);
      assertEquals(0, count(HELD_BY_WAITING));
      assertDoesNotThrow(meanwhile);
      other.commit();
      return answer.get();
    }
  }

  static void execute(String sql) throws SQLException {
    try (var connection = asSuperuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Has his number find her: what an administrator of the database can do without any key. */
  static void leadNumber(UUID his, UUID toHer) throws SQLException {
    execute(
        """
        with his as (
          update rooms.person set number_key = sha256(number_key) where person_id = '%s'
          returning old.number_key as found)
        update rooms.person set number_key = (select found from his) where person_id = '%s'"""
            .formatted(his, toHer));
  }

  static long count(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }

  /** The first column of what this asks for, as text. */
  static List<String> texts(String sql) throws SQLException {
    try (var connection = asSuperuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }
}
