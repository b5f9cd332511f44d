package no.samsnakk.e2e.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.samsnakk.local.Service;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What a version of Samsnakk has kept: for each service a file with the migrations that made its
 * tables and with all their rows, as {@code COPY} writes them. The tables themselves are not in it:
 * a migration that has run is never changed, so the same files make the same tables.
 *
 * @param folder one file for each service, {@code rooms.copy} and so on
 */
record Snapshot(Path folder) {
  private static final String MIGRATION = "-- ";
  private static final String FILES = "src/main/resources/db";
  private static final String OUTBOX = "services/platform/" + FILES + "/outbox";
  private static final String INTAKE = "services/platform/" + FILES + "/intake";
  private static final String AFTER_ALL = "afterMigrate.sql";
  private static final String END = "\\.";

  private static final String MIGRATIONS =
      "select script from %s.flyway_schema_history where success and type = 'SQL'"
          + " order by installed_rank";

  private static final String TABLES =
      """
      select format('%%I.%%I', schemaname, tablename) from pg_tables
      where schemaname = '%s' and tablename <> 'flyway_schema_history' order by 1""";

  /** Those that PostgreSQL makes itself are not among them. */
  private static final String COLUMNS =
      """
      select string_agg(format('%%I', attname), ', ' order by attnum) from pg_attribute
      where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""";

  private static final String UNSENT = "select id from %s.outbox_unsent";

  private static final String SEQUENCES =
      """
      select format('select setval(''%%I.%%I'', %%s)', schemaname, sequencename, last_value)
      from pg_sequences where schemaname = '%s' and last_value is not null order by 1""";

  /** Whether everything that happened has been handed on. */
  static boolean isHandedOn(Connection superuser) throws SQLException {
    for (Service service : Service.values()) {
      if (!column(superuser, UNSENT.formatted(schema(service))).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Takes it of a database in which nobody works any more. */
  static void take(Connection superuser, Path folder) throws SQLException, IOException {
    Files.createDirectories(folder);
    for (Service service : Service.values()) {
      Files.writeString(folder.resolve(file(service)), written(superuser, schema(service)));
    }
  }

  private static String written(Connection superuser, String schema)
      throws SQLException, IOException {
    CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
    StringWriter out = new StringWriter();
    for (String script : column(superuser, MIGRATIONS.formatted(schema))) {
      out.append(MIGRATION).append(script).append('\n');
    }
    for (String table : column(superuser, TABLES.formatted(schema))) {
      String columns = column(superuser, COLUMNS.formatted(table)).getFirst();
      out.append("COPY %s (%s) FROM stdin;\n".formatted(table, columns));
      copy.copyOut("copy %s (%s) to stdout".formatted(table, columns), out);
      out.append(END).append('\n');
    }
    for (String sequence : column(superuser, SEQUENCES.formatted(schema))) {
      out.append(sequence).append(";\n");
    }
    return out.toString();
  }

  /**
   * Lays the migrations that made the tables, and no later one, as they lie in a checkout.
   *
   * @param checkout has them all
   * @param chosen an empty folder
   */
  void chooseMigrations(Path checkout, Path chosen) throws IOException {
    for (Service service : Service.values()) {
      for (String script : migrations(service)) {
        lay(checkout, chosen, folders(service), script);
      }
    }
    lay(checkout, chosen, List.of(OUTBOX), AFTER_ALL);
  }

  private List<String> migrations(Service service) {
    return lines(service)
        .takeWhile(line -> line.startsWith(MIGRATION))
        .map(line -> line.substring(MIGRATION.length()))
        .toList();
  }

  /** Where the files of a service may lie: what it shares with others, and its own. */
  private static List<String> folders(Service service) {
    return List.of(OUTBOX, INTAKE, "services/%s/%s/migration".formatted(schema(service), FILES));
  }

  private static void lay(Path checkout, Path chosen, List<String> folders, String script)
      throws IOException {
    for (String folder : folders) {
      Path file = checkout.resolve(folder).resolve(script);
      if (Files.exists(file)) {
        Path there = Files.createDirectories(chosen.resolve(folder)).resolve(script);
        Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
    }
    throw new AssertionError("a migration that has run is no more: " + script);
  }

  /** Puts the rows of all services into tables that are as old as they are. */
  void restore(Connection superuser) throws SQLException, IOException {
    // Neither a trigger nor a reference is asked: the rows come in no order, and went through both.
    execute(superuser, "set session_replication_role = replica");
    for (Service service : Service.values()) {
      for (String table : column(superuser, TABLES.formatted(schema(service)))) {
        execute(superuser, "delete from " + table);
      }
      read(superuser, service);
    }
  }

  private void read(Connection superuser, Service service) throws SQLException, IOException {
    CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
    try (BufferedReader in = Files.newBufferedReader(folder.resolve(file(service)), UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("COPY ")) {
          copy.copyIn(line.replace(";", ""), new StringReader(rows(in)));
        } else if (!line.startsWith(MIGRATION)) {
          execute(superuser, line);
        }
      }
    }
  }

  private static String rows(BufferedReader in) {
    return in.lines().takeWhile(line -> !line.equals(END)).map(it -> it + "\n").collect(joining());
  }

  private Stream<String> lines(Service service) {
    try {
      return Files.readAllLines(folder.resolve(file(service))).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String schema(Service service) {
    return service.label().toLowerCase(Locale.ROOT);
  }

  private static String file(Service service) {
    return schema(service) + ".copy";
  }

  private static List<String> column(Connection superuser, String query) throws SQLException {
    List<String> column = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        column.add(rows.getString(1));
      }
    }
    return column;
  }

  private static void execute(Connection superuser, String statement) throws SQLException {
    try (Statement execution = superuser.createStatement()) {
      execution.execute(statement);
    }
  }
}
