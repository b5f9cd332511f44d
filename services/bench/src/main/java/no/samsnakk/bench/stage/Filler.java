package no.samsnakk.bench.stage;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Messages that are there already, in rooms where nobody is: what a server has that has been used
 * for long. Straight into messaging's tables; nobody ever opens them, so they hold no text.
 */
final class Filler {
  private static final String CONVERSATIONS =
      """
      insert into messaging.conversation (room_id, last_seq)
      select room_id, ? from unnest(?::uuid[]) room_id""";
  private static final String MESSAGES =
      """
      insert into messaging.entry (room_id, seq, entry_id, client_id, sender_id, kind,
                                   ciphertext, sent_at, access_epoch)
      select room_id, seq, uuidv7(), uuidv7(), uuidv7(), 'TEXT',
             convert_to(repeat(md5(random()::text), 4), 'UTF8'), now(), 1
        from generate_series(1, ?) seq, unnest(?::uuid[]) room_id""";

  private Filler() {}

  /** About so many, as many in each room. */
  static void store(String superuserUrl, List<Room> rooms, int messages) {
    try (var connection = DriverManager.getConnection(superuserUrl)) {
      var ids = rooms.stream().map(Room::roomId).toArray(UUID[]::new);
      for (var sql : List.of(CONVERSATIONS, MESSAGES)) {
        try (var statement = connection.prepareStatement(sql)) {
          statement.setInt(1, messages / rooms.size());
          statement.setArray(2, connection.createArrayOf("uuid", ids));
          statement.executeUpdate();
        }
      }
      try (var statement = connection.createStatement()) {
        // What autovacuum would do soon, and not while it is measured.
        statement.execute("vacuum analyze messaging.entry");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("messaging's tables are not as the bench knows them", e);
    }
  }
}
