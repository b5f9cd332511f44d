package no.samsnakk.messaging.story;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What a test does to and sees in the database from outside, as the superuser. */
public final class Database {
  private Database() {}

  public static Connection connect() {
    try {
      return DriverManager.getConnection(
          ConfigProvider.getConfig().getValue(World.SUPERUSER, String.class));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static int run(String statement, @Nullable Object... values) {
    try (var connection = connect();
        var prepared = prepare(connection, statement, values)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of all rows. */
  public static <T> List<T> ask(Class<T> type, String query, @Nullable Object... values) {
    try (var connection = connect();
        var prepared = prepare(connection, query, values);
        var rows = prepared.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getObject(1, type));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static PreparedStatement prepare(
      Connection connection, String statement, @Nullable Object... values) throws SQLException {
    var prepared = connection.prepareStatement(statement);
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i]);
    }
    return prepared;
  }
}
