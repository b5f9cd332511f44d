package no.samsnakk.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samsnakk.local.process.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {
  private static final Home HOME = Home.find();

  private static final String SETTINGS_OF_ALL =
      """
      SELECT string_agg(line, '\n' ORDER BY line COLLATE "C") FROM (
        SELECT format('%s %s %s', setrole::regrole, setdatabase, setconfig)
        FROM pg_db_role_setting) AS each (line)""";

  /** As roles.sql makes them. */
  private static final String SETTINGS =
      Stream.of("audit", "gateway", "messaging", "notifications", "rooms")
          .flatMap(
              service ->
                  Stream.of(
                          "samsnakk_%1$s 0 {search_path=%1$s,idle_in_transaction_session_timeout=30s}",
                          "samsnakk_%1$s_owner 0 {search_path=%1$s}")
                      .map(line -> line.formatted(service)))
          .collect(Collectors.joining("\n"));

  private static final String BENT =
      """
      ALTER ROLE CURRENT_USER SET synchronous_commit = off;
      ALTER ROLE CURRENT_USER SET search_path = public;
      ALTER ROLE CURRENT_USER SET statement_timeout = '1ms';
      ALTER ROLE CURRENT_USER IN DATABASE neighbour SET synchronous_commit = off;
      ALTER ROLE CURRENT_USER PASSWORD 'another'""";

  private static LocalPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = LocalPostgres.temporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void whatIsCommittedIsOnTheDisk_R2() throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertEquals("on", ask(postgres.superuserJdbcUrl(), "SHOW " + setting));
    }
    assertEquals("200", ask(postgres.superuserJdbcUrl(), "SHOW max_connections"));
  }

  @Test
  void closingATemporaryOneLeavesNothing() {
    LocalPostgres shortLived = LocalPostgres.temporary();
    Path folder = shortLived.server().log().getParent();
    assertTrue(Files.exists(folder));

    shortLived.close();

    assertFalse(shortLived.server().process().isAlive());
    assertFalse(Files.exists(folder));
  }

  @Test
  void aRestartFindsWhatWasThere_andTheRolesAreAppliedAgain(@TempDir Path folder)
      throws SQLException {
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    Path data = folder.resolve("postgres");
    try (LocalPostgres first = LocalPostgres.start(HOME, data, Ports.free(), secrets)) {
      run(first.superuserJdbcUrl(), "CREATE TABLE kept AS SELECT 'there' AS is_it");
    }

    try (LocalPostgres second = LocalPostgres.start(HOME, data, Ports.free(), secrets)) {
      assertEquals("there", ask(second.superuserJdbcUrl(), "SELECT is_it FROM kept"));
    }
  }

  @Test
  void aRestartUndoesWhatRolesHaveSetForThemselves_R2(@TempDir Path folder) throws SQLException {
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    Path data = folder.resolve("postgres");
    try (LocalPostgres first = LocalPostgres.start(HOME, data, Ports.free(), secrets)) {
      first.createDatabaseWithOwner("neighbour", "neighbour");
      assertEquals(SETTINGS, ask(first.superuserJdbcUrl(), SETTINGS_OF_ALL));
      for (String service : List.of("rooms", "messaging", "notifications", "audit", "gateway")) {
        for (String suffix : List.of("", "_OWNER")) {
          bend(as(first, service, suffix));
        }
      }
      run(first.jdbcUrl("neighbour") + "?user=neighbour&password=neighbour", BENT);
    }

    try (LocalPostgres second = LocalPostgres.start(HOME, data, Ports.free(), secrets)) {
      second.createDatabaseWithOwner("neighbour", "neighbour");
      assertEquals(SETTINGS, ask(second.superuserJdbcUrl(), SETTINGS_OF_ALL));
      String messaging = as(second, "messaging", "");
      assertEquals("on", ask(messaging, "SHOW synchronous_commit"));
      assertEquals("samsnakk_messaging", ask(messaging, "SELECT current_user"));
    }
  }

  /** A setting that only its name makes one: else it would tear down the second wall for good. */
  @Test
  void noRoleGivesItselfTheScopeThatRowLevelSecurityGoesBy_R9() {
    assertRefused(
        as(postgres, "messaging", ""), "ALTER ROLE CURRENT_USER SET samsnakk.scope = 'writer'");
  }

  @Test
  void aWrongPasswordIsRefused() {
    SQLException refusal =
        assertThrows(
            SQLException.class,
            () -> DriverManager.getConnection(postgres.jdbcUrl(), "samsnakk_rooms", "wrong"));
    assertEquals("28P01", refusal.getSQLState());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rooms", "messaging", "notifications", "audit", "gateway"})
  void aServiceMayDoOnlyWhatItsMigrationsGrant(String service) throws SQLException {
    String runtime = as(postgres, service, "");
    String owner = as(postgres, service, "_OWNER");
    run(owner, "CREATE TABLE thing (id int)");

    assertEquals(
        service, ask(owner, "SELECT schemaname FROM pg_tables WHERE tableowner=current_user"));
    assertRefused(runtime, "SELECT * FROM thing");
    assertRefused(runtime, "CREATE TABLE mine (id int)");
    assertRefused(runtime, "CREATE TABLE public.mine (id int)");
    run(owner, "GRANT INSERT ON thing TO samsnakk_" + service);
    run(runtime, "INSERT INTO thing VALUES (1)");
    assertRefused(runtime, "DELETE FROM thing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rooms", "messaging", "notifications", "audit", "gateway"})
  void aServiceFillsNothingAndEntersNoOtherDatabase(String service) {
    postgres.createDatabaseWithOwner("neighbour", "neighbour");
    String runtime = as(postgres, service, "");

    for (String other : List.of("postgres", "template1", "neighbour")) {
      assertRefused(runtime.replace(postgres.jdbcUrl(), postgres.jdbcUrl(other)), "SELECT 1");
    }
    assertRefused(runtime, "CREATE TEMPORARY TABLE mine (id int)");
    for (String largeObject :
        List.of("lo_creat(-1)", "lo_create(0)", "lo_from_bytea(0, 'mine')", "lo_import('x')")) {
      assertRefused(runtime, "SELECT " + largeObject);
    }
  }

  private static void bend(String url) throws SQLException {
    run(url, "ALTER ROLE CURRENT_USER IN DATABASE samsnakk SET row_security = off;" + BENT);
  }

  private static String as(LocalPostgres postgres, String service, String suffix) {
    String variable = "SAMSNAKK_DB_" + service.toUpperCase(java.util.Locale.ROOT) + suffix;
    String role = "samsnakk_" + service + suffix.toLowerCase(java.util.Locale.ROOT);
    String password =
        suffix.isEmpty()
            ? postgres.configuration().get(variable + "_PASSWORD")
            : postgres.ownerPassword(Service.valueOf(service.toUpperCase(java.util.Locale.ROOT)));
    return postgres.jdbcUrl() + "?user=" + role + "&password=" + password;
  }

  private static void assertRefused(String url, String statement) {
    SQLException refusal = assertThrows(SQLException.class, () -> run(url, statement));
    assertEquals("42501", refusal.getSQLState(), statement);
  }

  private static void run(String url, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement jdbc = connection.createStatement()) {
      jdbc.execute(statement);
    }
  }

  private static String ask(String url, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertTrue(rows.next(), query);
      return rows.getString(1);
    }
  }
}
