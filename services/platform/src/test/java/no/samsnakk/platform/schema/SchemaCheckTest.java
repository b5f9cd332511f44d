package no.samsnakk.platform.schema;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.jdbc.DriverDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service looks at its tables with what it knows itself, and says in words what they lack. */
class SchemaCheckTest {
  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();

  @BeforeEach
  void empty() throws SQLException {
    asSuperuser(
        "drop schema audit cascade; create schema audit authorization samsnakk_audit_owner");
    asSuperuser("grant usage on schema audit to samsnakk_audit");
  }

  @AfterAll
  static void stop() {
    POSTGRES.close();
  }

  @Test
  void on_tables_that_are_up_to_date_it_starts() {
    POSTGRES.migrated(Service.AUDIT);

    assertThatCode(SchemaCheckTest::theServiceStarts).doesNotThrowAnyException();
  }

  @Test
  void where_nothing_was_migrated_it_does_not() {
    assertThatThrownBy(SchemaCheckTest::theServiceStarts)
        .hasMessageStartingWith("SAMS00107: The tables of audit are not at the version")
        .hasMessageContaining("./samsnakk migrate");
  }

  @Test
  void where_the_newest_migration_is_missing_it_says_which() throws SQLException {
    POSTGRES.migrated(Service.AUDIT);
    asSuperuser("delete from audit.flyway_schema_history where version = '0.2'");

    assertThatThrownBy(SchemaCheckTest::theServiceStarts)
        .hasMessageContaining("SAMS00107")
        .hasMessageContaining("0.2");
  }

  @Test
  void migrations_that_are_newer_than_the_service_do_not_concern_it() throws SQLException {
    POSTGRES.migrated(Service.AUDIT);
    asSuperuser(
        """
        insert into audit.flyway_schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, installed_on, execution_time, success)
        select 1000, '999', description, type, script, checksum, installed_by, installed_on, 1, true
        from audit.flyway_schema_history where version = '0.2'""");

    assertThatCode(SchemaCheckTest::theServiceStarts).doesNotThrowAnyException();
  }

  @Test
  void it_waits_for_a_database_that_is_not_there_yet() throws IOException {
    POSTGRES.migrated(Service.AUDIT);
    try (var door = new Door(POSTGRES.port())) {
      var starting =
          CompletableFuture.runAsync(
              () -> theServiceStarts("jdbc:postgresql://127.0.0.1:" + door.port() + "/samsnakk"),
              Thread.ofPlatform()::start);

      await().until(() -> door.knocks() > 2 || starting.isDone());
      assertThat(starting).isNotDone();
      door.opens();

      await().untilAsserted(() -> assertThat(starting).isCompleted());
    }
  }

  /** As the pool puts it on a machine that is busy with starting everything. */
  @Test
  void it_waits_for_a_database_that_is_slow() {
    POSTGRES.migrated(Service.AUDIT);
    var asked = new AtomicInteger();
    var slow =
        new DriverDataSource(
            SchemaCheckTest.class.getClassLoader(),
            null,
            POSTGRES.jdbcUrl(),
            "samsnakk_audit",
            password()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() <= 2) {
              throw new SQLException("Acquisition timeout while waiting for new connection");
            }
            return super.getConnection();
          }
        };

    assertThatCode(() -> theServiceStarts(Flyway.configure().dataSource(slow)))
        .doesNotThrowAnyException();
    assertThat(asked.get()).isGreaterThan(2);
  }

  @Test
  void a_password_that_is_wrong_will_not_be_right_later() {
    assertThatThrownBy(() -> theServiceStarts(POSTGRES.jdbcUrl(), "wrong"))
        .hasMessageContaining("SAMS00107");
  }

  /** Leads to PostgreSQL, once it is open; until then whoever comes is sent away. */
  private static final class Door implements AutoCloseable {
    private final ServerSocket listening =
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger knocks = new AtomicInteger();
    private final int to;
    private volatile boolean open;

    Door(int to) throws IOException {
      this.to = to;
      Thread.startVirtualThread(this::listen);
    }

    int port() {
      return listening.getLocalPort();
    }

    int knocks() {
      return knocks.get();
    }

    void opens() {
      open = true;
    }

    private void listen() {
      try {
        while (true) {
          var caller = listening.accept();
          knocks.incrementAndGet();
          if (open) {
            var server = new Socket(InetAddress.getLoopbackAddress(), to);
            pass(caller, server);
            pass(server, caller);
          } else {
            caller.close();
          }
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private static void pass(Socket from, Socket on) {
      Thread.startVirtualThread(
          () -> {
            try (from;
                on) {
              from.getInputStream().transferTo(on.getOutputStream());
            } catch (IOException gone) {
              // So is the other.
            }
          });
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }

  private static void theServiceStarts() {
    theServiceStarts(POSTGRES.jdbcUrl());
  }

  private static void theServiceStarts(String url) {
    theServiceStarts(url, password());
  }

  private static String password() {
    return POSTGRES.configuration().get("SAMSNAKK_DB_AUDIT_PASSWORD");
  }

  private static void theServiceStarts(String url, String password) {
    theServiceStarts(Flyway.configure().dataSource(url, "samsnakk_audit", password));
  }

  private static void theServiceStarts(FluentConfiguration configuration) {
    // As microprofile-config.properties has it: the role that runs, which knows no owner.
    var flyway =
        configuration
            .schemas("audit")
            .createSchemas(false)
            .locations("classpath:db/outbox")
            .outOfOrder(true)
            // Audit's own files are not on this module's class path.
            .ignoreMigrationPatterns("*:missing", "*:future")
            .load();
    new SchemaCheck(flyway, "audit").start(new StartupEvent());
  }

  private static void asSuperuser(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(POSTGRES.superuserJdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
