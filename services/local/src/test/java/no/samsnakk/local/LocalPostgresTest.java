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
import no.samsnakk.local.process.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPostgresTest {
  private static final Home HOME = Home.find();

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
