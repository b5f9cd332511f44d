package no.samsnakk.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import no.samsnakk.platform.kafka.ClosedClients;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A real PostgreSQL with an outbox in it, a real Kafka, and somebody who reads what arrives. */
final class OutboxFixture implements AutoCloseable {
  final LocalPostgres postgres = LocalPostgres.temporary();
  final LocalKafka kafka = LocalKafka.temporary();
  final Ear ear;

  OutboxFixture() {
    migration().load().migrate();
    ear = new Ear(kafka);
  }

  /** Makes the schema anew as the version before seals has left it, which has told something. */
  void isOlderThanSeals() {
    sql("drop schema gateway cascade; create schema gateway authorization samsnakk_gateway_owner");
    sql("grant usage on schema gateway to samsnakk_gateway");
    migration().target("0.3").load().migrate();
    gatewaysOwn().migrate();
  }

  /** The gateway's own tables, which are none of this module's. */
  private Flyway gatewaysOwn() {
    var files = Home.find().root().resolve("services/gateway/src/main/resources/db/migration");
    return migration().locations("filesystem:" + files).target("1").load();
  }

  /** What an operator does before he starts this version. */
  void isUpgraded() {
    migration().load().migrate();
  }

  private FluentConfiguration migration() {
    return Flyway.configure()
        .dataSource(
            postgres.jdbcUrl(), "samsnakk_gateway_owner", postgres.ownerPassword(Service.GATEWAY))
        .schemas("gateway")
        .defaultSchema("gateway")
        .createSchemas(false)
        .outOfOrder(true)
        .ignoreMigrationPatterns("*:missing", "*:future")
        .locations("classpath:db/outbox")
        .placeholders(Map.of("runtime", "samsnakk_gateway"));
  }

  Map<String, String> environment() {
    var environment = new HashMap<>(postgres.configuration());
    environment.putAll(kafka.configuration());
    return environment;
  }

  Process start(Map<String, String> environment, List<String> arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-XX:+UseSerialGC"));
    command.add(Teller.class.getName());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** A relay in this process. */
  Relaying relays(Map<String, String> changes, MeterRegistry metrics) {
    return relays(changes, metrics, ClosedClients::new);
  }

  /** One with other clients of Kafka. */
  Relaying relays(
      Map<String, String> changes,
      MeterRegistry metrics,
      Function<Map<String, Object>, ClosedClients> clients) {
    var environment = new HashMap<>(environment());
    environment.putAll(changes);
    var pool = Teller.pool(environment);
    var kafkaClients = clients.apply(Teller.connection(environment));
    var relay = Teller.relay(environment, pool, metrics, kafkaClients);
    relay.start(new StartupEvent());
    return () -> {
      relay.stop(new ShutdownEvent());
      kafkaClients.close();
      pool.close();
    };
  }

  /** Until it is stopped. */
  interface Relaying extends AutoCloseable {
    @Override
    void close() throws InterruptedException;
  }

  /** Everything heard so far, repeats included, after waiting for all of these. */
  List<UUID> heardAfterAllOf(List<UUID> awaited) {
    return ear.heardAfterAllOf(awaited);
  }

  /** Whether this session's event is still to be sent. */
  boolean waits(UUID session) {
    return finds(session, "select from gateway.outbox join gateway.outbox_unsent using (id)");
  }

  /** Whether this session's event is still there, sent or not. */
  boolean keeps(UUID session) {
    return finds(session, "select from gateway.outbox");
  }

  private boolean finds(UUID session, String rows) {
    return !ask(rows + " where key = '" + session + "'").isEmpty();
  }

  /** A row as the version before seals appended it, and as an administrator can at any time. */
  void writes(UUID session, String key) {
    var ended = Teller.ended(session);
    sql(
        """
        with appended as (
          insert into gateway.outbox (event_id, topic, key, payload)
          values ('%s', '%s', '%s', '%s') returning id)
        insert into gateway.outbox_unsent select id from appended"""
            .formatted(ended.eventId(), ended.topic(), key, Outboxes.payload(ended)));
  }

  /** As a database administrator, who has no key. */
  void sql(String statements) {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of each row; empty texts where there is none. */
  List<String> ask(String query) {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getMetaData().getColumnCount() == 0 ? "" : rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somewhere that takes connections and never answers: Kafka as it looks when it hangs. */
  static ServerSocket deaf() throws IOException {
    return new ServerSocket(0);
  }

  @Override
  public void close() {
    ear.close();
    kafka.close();
    postgres.close();
  }
}
