package no.samsnakk.audit.story;

import static no.samsnakk.contracts.time.Patience.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;

/** The log's tables, as those see them who have a database password. */
public final class Log {
  private Log() {}

  /** Waits until all these are in the log. */
  public static void holds(UUID... entryIds) {
    for (var entryId : entryIds) {
      hasOne("audit.entry where entry_id = '" + entryId + "'");
    }
  }

  /** Waits until audit has heard what this person is called. */
  static void knows(Person person) {
    hasOne("audit.person where person_id = '" + person.personId() + "'");
  }

  private static void hasOne(String what) {
    await().pollInterval(Duration.ofMillis(50)).until(() -> count(what) == 1);
  }

  public static long seqOf(UUID entryId) {
    return number("select seq from audit.entry where entry_id = '" + entryId + "'");
  }

  public static long count(String what) {
    return number("select count(*) from " + what);
  }

  public static long number(String query) {
    try (var connection = superuser();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many of them audit has now, its outbox's turn apart. */
  public static long advisoryLocks() {
    return count(
        """
        pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and usename = 'samsnakk_audit'
          and (classid::bigint << 32 | objid::bigint)
            <> hashtextextended('samsnakk-outbox-audit', 0)""");
  }

  public static List<String> texts(String query) {
    try (var connection = superuser();
        var rows = connection.createStatement().executeQuery(query)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The all-powerful one, who can do what nobody should. */
  public static Connection superuser() throws SQLException {
    return DriverManager.getConnection(Story.setting(World.SUPERUSER));
  }

  public static void asSuperuser(String statements) {
    try (var connection = superuser();
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps a copy of the log, for {@link #putBack}. */
  public static void keep() {
    whileNobodyAppends("create table public.entry_kept as select * from audit.entry");
  }

  /** Has the log be what it was, and never verified. */
  public static void putBack() {
    whileNobodyAppends(
        "delete from audit.entry; insert into audit.entry select * from public.entry_kept;"
            + " drop table public.entry_kept; delete from audit.verification");
  }

  /**
   * What the service itself appends meanwhile (that the log was verified, a moment ago) comes
   * before or after it: between the two it would hang on an entry that is gone.
   */
  private static void whileNobodyAppends(String statements) {
    asSuperuser("select from audit.turn where name = 'ledger' for update; " + statements);
  }

  /** What another service is to the database, whoever has taken it over. */
  public static Connection otherService() throws SQLException {
    var connection = superuser();
    connection.createStatement().execute("set session authorization samsnakk_notifications");
    return connection;
  }

  /** What the running service is to the database: {@code samsnakk_audit}. */
  public static Connection runtimeRole() throws SQLException {
    var login = new Properties();
    login.setProperty("user", "samsnakk_audit");
    login.setProperty("password", Story.setting("samsnakk.db.audit.password"));
    return DriverManager.getConnection(Story.setting(World.JDBC).toLowerCase(Locale.ROOT), login);
  }
}
