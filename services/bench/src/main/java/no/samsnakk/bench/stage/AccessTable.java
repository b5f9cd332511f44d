package no.samsnakk.bench.stage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Takes access away and gives it back as rooms does it: lock the room's row, change, raise the
 * epoch, commit. Rooms itself does not run, so nobody is told: messaging has to find out (R4).
 */
public final class AccessTable {
  private static final String PATIENCE = "&connectTimeout=5&socketTimeout=10";
  private static final String LOCK = "select 1 from rooms.room where room_id = ? for update";
  private static final String SEAT =
      """
      update rooms.seat set status = ?, closed_with_room = false, changed_at = now()
       where room_id = ? and person_id = ? and part = 'HELPER'""";
  private static final String SEATS =
      """
      update rooms.seat set status = ?, closed_with_room = ? = 'WITHDRAWN', changed_at = now()
       where room_id = ? and part = 'HELPER'""";
  private static final String CONSENT =
      """
      update rooms.room set status = ?,
        consent_withdrawn_at = case when ? = 'WITHDRAWN' then now() end where room_id = ?""";
  private static final String EPOCH =
      """
      update rooms.room set access_epoch = access_epoch + 1, changed_at = now()
       where room_id = ? returning access_epoch""";

  private final String url;

  AccessTable(String superuserUrl) {
    this.url = superuserUrl + PATIENCE;
  }

  /** Shows a helper out; returns the room's new epoch once that is committed. */
  public long remove(UUID roomId, UUID personId) throws SQLException {
    return change(roomId, it -> execute(it, SEAT, "REMOVED", roomId, personId));
  }

  /** Gives the helper the seat again. */
  public long giveBack(UUID roomId, UUID personId) throws SQLException {
    return change(roomId, it -> execute(it, SEAT, "ACTIVE", roomId, personId));
  }

  /** The patient takes back his consent: no helper may read any more, he himself may. */
  public long withdraw(UUID roomId) throws SQLException {
    return change(roomId, it -> consent(it, roomId, "WITHDRAWN", "REMOVED"));
  }

  /** And gives it again, with the same helpers. */
  public long consent(UUID roomId) throws SQLException {
    return change(roomId, it -> consent(it, roomId, "ACTIVE", "ACTIVE"));
  }

  private static void consent(Connection connection, UUID roomId, String room, String seats)
      throws SQLException {
    execute(connection, CONSENT, room, room, roomId);
    execute(connection, SEATS, seats, room, roomId);
  }

  private interface Act {
    void on(Connection connection) throws SQLException;
  }

  private long change(UUID roomId, Act act) throws SQLException {
    try (var connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      execute(connection, LOCK, roomId);
      act.on(connection);
      long epoch = raise(connection, roomId);
      connection.commit();
      return epoch;
    }
  }

  private static long raise(Connection connection, UUID roomId) throws SQLException {
    try (var statement = connection.prepareStatement(EPOCH)) {
      statement.setObject(1, roomId);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
