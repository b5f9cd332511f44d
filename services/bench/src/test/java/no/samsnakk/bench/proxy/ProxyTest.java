package no.samsnakk.bench.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.process.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of weather, in front of a real PostgreSQL. */
class ProxyTest {
  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();

  private final Proxy proxy = Proxy.open(Ports.free(), POSTGRES.port());

  @BeforeEach
  void anEmptyTable() throws SQLException {
    directly("drop table if exists kept; create table kept (number int)");
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  @AfterAll
  static void stop() {
    POSTGRES.close();
  }

  @Test
  void inFairWeatherEverythingPasses() throws SQLException {
    try (var connection = through()) {
      insert(connection);
      connection.commit();
    }

    assertEquals(1, kept());
  }

  @Test
  void aCommitWhoseAnswerIsLostIsKeptAllTheSame() throws SQLException {
    try (var connection = through()) {
      insert(connection);
      proxy.loseAnswers(1);

      assertThrows(SQLException.class, connection::commit);
    }

    assertEquals(1, kept());
  }

  @Test
  void onlySoManyAnswersAreLost() throws SQLException {
    proxy.loseAnswers(1);
    try (var first = through()) {
      insert(first);
      assertThrows(SQLException.class, first::commit);
    }
    try (var second = through()) {
      insert(second);
      second.commit();
    }

    assertEquals(2, kept());
  }

  @Test
  void whatIsCutBeforeItsCommitIsNotKept() throws SQLException {
    try (var connection = through()) {
      insert(connection);
      proxy.cut();

      assertThrows(SQLException.class, connection::commit);
    }

    assertEquals(0, kept());
  }

  @Test
  void whatIsStalledComesLater() throws SQLException {
    try (var connection = through()) {
      insert(connection);
      proxy.stall(Duration.ofMillis(300));
      long start = System.nanoTime();
      connection.commit();

      assertTrue(System.nanoTime() - start >= 290_000_000);
    }

    assertEquals(1, kept());
  }

  @Test
  void whatIsDelayedComesLaterBothWays() throws SQLException {
    try (var connection = through()) {
      insert(connection);
      proxy.delay(Duration.ofMillis(100), Duration.ofMinutes(1));
      long start = System.nanoTime();
      connection.commit();

      assertTrue(System.nanoTime() - start >= 190_000_000);
    }
  }

  /** In the simple protocol, as messaging says begin and commit. */
  private Connection through() throws SQLException {
    var url = POSTGRES.superuserJdbcUrl().replace(":" + POSTGRES.port(), ":" + proxy.port());
    var connection = DriverManager.getConnection(url + "&preferQueryMode=simple");
    connection.setAutoCommit(false);
    return connection;
  }

  private static void insert(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("insert into kept values (1)");
    }
  }

  private static void directly(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(POSTGRES.superuserJdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long kept() throws SQLException {
    try (var connection = DriverManager.getConnection(POSTGRES.superuserJdbcUrl());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from kept")) {
      row.next();
      return row.getLong(1);
    }
  }
}
