package no.samsnakk.e2e.border;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samsnakk.e2e.stage.Samsnakk;

/** What the services write down for the log, before they answer (R6). */
final class Traces implements AutoCloseable {
  private static final String OWN = "select * from audit.entry where action like 'LOG\\_%'";

  /**
   * A window that she has left lets go of what it showed some time later, whatever she does now.
   */
  private static final String OLD_VIEW_ENDS =
      "payload like '%\"action\":\"MESSAGES\\_VIEWED\"%\"until\":%'";

  private final Connection database;
  private final List<String> outboxes;
  private final List<String> counts;
  private final Map<String, Long> read = new LinkedHashMap<>();

  Traces(Samsnakk samsnakk) throws SQLException {
    database = DriverManager.getConnection(samsnakk.superuserJdbcUrl("samsnakk"));
    outboxes = tables("outbox");
    counts = tables("refusal", "viewing");
  }

  private List<String> tables(String... names) throws SQLException {
    return texts(
        "select schemaname || '.' || tablename from pg_tables where tablename in ('%s') order by 1"
            .formatted(String.join("', '", names)));
  }

  /**
   * What is written from now on is {@link #since} it; and no refusal or view is a repeat of one
   * before, which would be counted and not told.
   */
  void begin() {
    try {
      for (String table : counts) {
        database.createStatement().execute("delete from " + table);
      }
      read.clear();
      for (String table : outboxes) {
        read.put(table, number("select coalesce(max(id), 0) from " + table));
      }
      read.put(OWN, number("select coalesce(max(seq), 0) from audit.entry"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Entries with this text in them, an id, from every service; ends of views are none. */
  List<String> since(String text) {
    try {
      List<String> found = new ArrayList<>();
      for (String table : outboxes) {
        String told =
            "select payload from %s where id > %d and topic = 'samsnakk.audit.v1'"
                + " and payload like '%%%s%%' and not (%s) order by id";
        texts(told.formatted(table, read.get(table), text, OLD_VIEW_ENDS))
            .forEach(it -> found.add(table + " " + it));
      }
      // Audit tells nobody of what is seen in the log: it writes that into it.
      String own =
          "select (to_jsonb(o) - '{seq,canonical,hash,prev_hash,at,recorded_at}'::text[])::text"
              + " from (%s and seq > %d) o where o::text like '%%%s%%' order by seq";
      found.addAll(texts(own.formatted(OWN, read.get(OWN), text)));
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long number(String query) throws SQLException {
    return Long.parseLong(texts(query).getFirst());
  }

  private List<String> texts(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet rows = database.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
