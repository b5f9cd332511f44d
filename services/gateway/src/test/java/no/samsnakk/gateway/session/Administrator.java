package no.samsnakk.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whoever administers the database: may do all that a superuser may. */
record Administrator(String database) {
  /** The gateway's connections have planned with the types of before. */
  private static final String FORGET_PLANS =
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'samsnakk_gateway'";

  /** Changes one row. */
  void changes(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var prepared = connection.createStatement()) {
      assertThat(prepared.executeUpdate(statement)).as(statement).isEqualTo(1);
    }
  }

  /** The first column of what is found. */
  List<String> asks(String query) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (var connection = DriverManager.getConnection(database);
        var prepared = connection.createStatement();
        var found = prepared.executeQuery(query)) {
      while (found.next()) {
        answers.add(found.getString(1));
      }
    }
    return answers;
  }

  /**
   * Has {@code =} itself find {@code found} where {@code asked} is asked for. The sessions' table
   * is one without an index meanwhile, so that it is asked.
   */
  void bends(Equality equality, String asked, String found) throws SQLException {
    does(
        "set allow_system_table_mods = on",
        """
        create or replace function pg_catalog.%1$s returns boolean
        language sql immutable parallel safe leakproof as $$ -- not strict: only then it is inlined
          select %2$s($1, case when %2$s($2, '%3$s') = 0 then '%4$s' else $2 end) = 0
        $$"""
            .formatted(equality.function, equality.compare, asked, found),
        "alter table gateway.session rename to session_kept",
        "create table gateway.session as table gateway.session_kept",
        "grant select, insert, update, delete on gateway.session to samsnakk_gateway");
  }

  /** The table is what it was, with the rows that it had. */
  void unbends(Equality equality) throws SQLException {
    does(
        "set allow_system_table_mods = on",
        "create or replace function pg_catalog.%s returns boolean".formatted(equality.function)
            + " language internal immutable strict parallel safe leakproof as '"
            + equality.internal
            + "'",
        "drop table gateway.session",
        "alter table gateway.session_kept rename to session");
  }

  /** Of texts or of ids. */
  enum Equality {
    TEXT("texteq(text, text)", "texteq", "bttextcmp"),
    UUID("uuid_eq(uuid, uuid)", "uuid_eq", "uuid_cmp");

    private final String function;
    private final String internal;
    private final String compare;

    Equality(String function, String internal, String compare) {
      this.function = function;
      this.internal = internal;
      this.compare = compare;
    }
  }

  /** All at once: meanwhile the gateway finds the table as it was, and waits. */
  private void does(String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(database);
        var prepared = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (var each : statements) {
        prepared.execute(each);
      }
      connection.commit();
      prepared.execute(FORGET_PLANS);
      connection.commit();
    }
  }
}
