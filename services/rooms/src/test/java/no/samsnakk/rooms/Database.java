package no.samsnakk.rooms;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The database as others see it. */
final class Database {
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
