package no.samsnakk.contracts.database;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What whoever has a service's database password has set for its role, until it is closed: each
 * setting that a promise of the service stands on, for all databases and for its own.
 */
public final class BentRole implements AutoCloseable {
  private record Setting(String name, String bent, String right) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("synchronous_commit", "off", "on"),
          new Setting("search_path", "public", ""),
          new Setting("default_transaction_isolation", "serializable", "read committed"),
          new Setting("default_transaction_read_only", "on", "off"),
          new Setting("row_security", "off", "on"),
          new Setting("statement_timeout", "59s", "0"),
          new Setting("lock_timeout", "59s", "0"),
          new Setting("transaction_timeout", "59s", "0"),
          new Setting("idle_in_transaction_session_timeout", "59s", "30s"),
          new Setting("idle_session_timeout", "59s", "0"),
          new Setting("standard_conforming_strings", "off", "on"),
          new Setting("TimeZone", "Asia/Tokyo", "UTC"),
          new Setting("DateStyle", "SQL, DMY", "ISO, MDY"),
          new Setting("bytea_output", "escape", "hex"),
          new Setting("log_parameter_max_length_on_error", "-1", "0"),
          new Setting("debug_print_parse", "on", "off"),
          new Setting("debug_print_rewritten", "on", "off"),
          new Setting("debug_print_plan", "on", "off"));

  private final String database;
  private final String service;

  private BentRole(String database, String service) {
    this.database = database;
    this.service = service;
  }

  /**
   * The service's role does it to itself; then its connections are ended.
   *
   * @param database where an administrator of it connects
   * @param service whose role it is
   */
  public static BentRole of(String database, String service) throws SQLException {
    var bent = new BentRole(database, service);
    try (var connection = DriverManager.getConnection(database)) {
      run(connection, "set session authorization " + bent.role());
      for (var setting : SETTINGS) {
        var to = " set " + setting.name() + " = '" + setting.bent() + "'";
        run(connection, "alter role " + bent.role() + to);
        run(connection, "alter role " + bent.role() + inItsDatabase(connection) + to);
      }
      run(connection, "reset session authorization");
      bent.endConnections(connection);
    }
    return bent;
  }

  /** Asks a connection what it goes by. */
  public static String asked() {
    return SETTINGS.stream()
        .map(setting -> "'%1$s: ' || current_setting('%1$s')".formatted(setting.name()))
        .collect(joining(" || chr(10) || ", "select ", ""));
  }

  /**
   * What a connection has to answer to {@link #asked}.
   *
   * @param own what is the service's own, and not every service's
   */
  public static String right(Map<String, String> own) {
    return SETTINGS.stream()
        .map(it -> it.name() + ": " + own.getOrDefault(it.name(), it.right()))
        .collect(joining("\n"));
  }

  /** The role is what {@code roles.sql} makes of it. */
  @Override
  public void close() throws SQLException {
    try (var connection = DriverManager.getConnection(database)) {
      run(connection, "alter role " + role() + " reset all");
      run(connection, "alter role " + role() + inItsDatabase(connection) + " reset all");
      run(connection, "alter role " + role() + " set search_path = " + service);
      run(connection, "alter role " + role() + " set idle_in_transaction_session_timeout = '30s'");
      endConnections(connection);
    }
  }

  private String role() {
    return "samsnakk_" + service;
  }

  private static String inItsDatabase(Connection connection) throws SQLException {
    return " in database " + connection.getCatalog();
  }

  private void endConnections(Connection connection) throws SQLException {
    run(
        connection,
        "select pg_terminate_backend(pid, 60000) from pg_stat_activity where usename = '"
            + role()
            + "'");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
