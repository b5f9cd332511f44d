package no.samsnakk.platform.audittrail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.time.MovedClock;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import no.samsnakk.platform.outbox.Outboxes;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL, a clock that the test moves, and what stands in the outbox afterwards. */
final class LogOfRefusals implements AutoCloseable {
  static final int BURST = 10;
  static final Duration WINDOW = Duration.ofMinutes(10);

  final Vertx vertx = Vertx.vertx();
  private final LocalPostgres postgres = LocalPostgres.temporary();
  private final MovedClock clock = MovedClock.standingAt(Instant.parse("2026-11-26T10:00:00Z"));

  LogOfRefusals() {
    Flyway.configure()
        .dataSource(
            postgres.jdbcUrl(), "samsnakk_gateway_owner", postgres.ownerPassword(Service.GATEWAY))
        .schemas("gateway")
        .defaultSchema("gateway")
        .createSchemas(false)
        .locations("classpath:db/outbox")
        .placeholders(Map.of("runtime", "samsnakk_gateway"))
        .load()
        .migrate();
  }

  /** An instance of a service, with nothing in its memory yet. */
  Instance instance() {
    return new Instance(this);
  }

  /** What one instance holds. */
  static final class Instance {
    final TraceConfig config = new Config();
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final Pool pool;
    final RefusalWindows windows;
    final ViewWindows views;
    final RefusalTally tally;
    final TraceBudget budget;
    final AuditTrail trail;

    private Instance(LogOfRefusals log) {
      pool = log.pool();
      var outbox = Outboxes.of("gateway", log.clock);
      var over = new OverWindows(pool, outbox, "gateway", metrics);
      windows = new RefusalWindows(pool, outbox, over, log.clock, config);
      views = new ViewWindows(over, log.clock, config);
      tally = new RefusalTally(log.vertx, windows, views, config);
      budget = new TraceBudget(log.clock, config);
      trail = new AuditTrail(pool, outbox, log.clock, tally, budget);
    }

    void closes() {
      tally.tellAll().await().indefinitely();
    }
  }

  Clock clock() {
    return clock;
  }

  Instant now() {
    return clock.instant();
  }

  void passes(Duration time) {
    clock.pass(time);
  }

  /** What this person left in the log, in the order in which it was told. */
  List<AuditRecorded> entriesOf(UUID person) throws SQLException {
    var entries = new ArrayList<AuditRecorded>();
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var rows =
            connection
                .createStatement()
                .executeQuery("select payload from gateway.outbox order by id")) {
      while (rows.next()) {
        entries.add((AuditRecorded) Events.read(rows.getString(1)).orElseThrow());
      }
    }
    return entries.stream().filter(entry -> entry.agentId().equals(person)).toList();
  }

  /** Until it ends, no refusal is written. */
  Connection nobodyWrites() throws SQLException {
    var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
    connection.setAutoCommit(false);
    connection.createStatement().execute("lock table gateway.refusal in exclusive mode");
    return connection;
  }

  /** How many counts of hers were set aside. */
  String windowsRefused(UUID person) throws SQLException {
    var refused = "select count(*) from gateway.window_refused where counted ->> 'agent_id' = '%s'";
    return ask(refused.formatted(person));
  }

  String ask(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  void asSuperuser(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl())) {
      connection.createStatement().execute(statement);
    }
  }

  private Pool pool() {
    var options =
        PgConnectOptions.fromUri(
                "postgresql://" + postgres.configuration().get("SAMSNAKK_DATABASE"))
            .setUser("samsnakk_gateway")
            .setPassword(password("GATEWAY"))
            .addProperty("search_path", "gateway");
    return Pool.newInstance(
        PgBuilder.pool()
            .connectingTo(options)
            .with(new PoolOptions().setMaxSize(8))
            .using(vertx)
            .build());
  }

  private String password(String role) {
    return String.valueOf(postgres.configuration().get("SAMSNAKK_DB_" + role + "_PASSWORD"));
  }

  private record Config() implements TraceConfig {
    @Override
    public Duration window() {
      return WINDOW;
    }

    @Override
    public int burst() {
      return BURST;
    }

    @Override
    public int perMinute() {
      return 60;
    }

    @Override
    public Duration sweep() {
      return Duration.ofSeconds(1);
    }
  }

  @Override
  public void close() {
    vertx.close();
    postgres.close();
  }
}
