package no.samsnakk.contracts.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What whoever administers the database has made of {@code =} itself, until it is closed: one row
 * is found where another is asked for. No row is changed by it.
 */
public final class BentEquality implements AutoCloseable {
  /** An index finds without asking {@code =}. */
  private static final List<String> INDEXES =
      List.of("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan");

  private final String database;
  private final String role;
  private final Type type;

  private BentEquality(String database, String role, Type type) {
    this.database = database;
    this.role = role;
    this.type = type;
  }

  /**
   * Has {@code found} be found where {@code asked} is asked for.
   *
   * @param database where an administrator of it connects
   * @param role whose questions are answered like that; its connections are closed
   */
  public static BentEquality ofTexts(String database, String role, String asked, String found)
      throws SQLException {
    return new BentEquality(database, role, Type.TEXT).bend(asked, found);
  }

  /** The same of ids. */
  public static BentEquality ofIds(String database, String role, UUID asked, UUID found)
      throws SQLException {
    return new BentEquality(database, role, Type.UUID).bend(asked.toString(), found.toString());
  }

  /** The same of bytes, in hexadecimal. */
  public static BentEquality ofBytes(String database, String role, String asked, String found)
      throws SQLException {
    return new BentEquality(database, role, Type.BYTEA).bend("\\x" + asked, "\\x" + found);
  }

  private BentEquality bend(String asked, String found) throws SQLException {
    does(
        """
        create or replace function pg_catalog.%1$s returns boolean
        language sql immutable parallel safe leakproof as $$ -- not strict: only then it is inlined
          select %2$s($1, case when %2$s($2, '%3$s') = 0 then '%4$s' else $2 end) = 0
        $$"""
            .formatted(type.function, type.compare, asked, found),
        " set %s = off");
    return this;
  }

  /** {@code =} is what it was. */
  @Override
  public void close() throws SQLException {
    does(
        """
        create or replace function pg_catalog.%s returns boolean
        language internal immutable strict parallel safe leakproof as '%s'"""
            .formatted(type.function, type.internal),
        " reset %s");
  }

  private void does(String function, String setting) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var each : statements(function, setting)) {
        statement.execute(each);
      }
      connection.commit();
      // They have planned with what was before: none may be there any more.
      statement.execute(
          "select pg_terminate_backend(pid, 60000) from pg_stat_activity where usename = '"
              + role
              + "'");
      connection.commit();
    }
  }

  private List<String> statements(String function, String setting) {
    var settings =
        INDEXES.stream().map(index -> "alter role " + role + setting.formatted(index)).toList();
    return Stream.concat(
            Stream.of("set local allow_system_table_mods = on", function), settings.stream())
        .toList();
  }

  private enum Type {
    TEXT("texteq(text, text)", "texteq", "bttextcmp"),
    UUID("uuid_eq(uuid, uuid)", "uuid_eq", "uuid_cmp"),
    BYTEA("byteaeq(bytea, bytea)", "byteaeq", "byteacmp");

    private final String function;
    private final String internal;
    private final String compare;

    Type(String function, String internal, String compare) {
      this.function = function;
      this.internal = internal;
      this.compare = compare;
    }
  }
}
