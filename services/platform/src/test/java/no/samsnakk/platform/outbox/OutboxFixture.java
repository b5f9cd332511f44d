package no.samsnakk.platform.outbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with an outbox in it, a real Kafka, and somebody who reads what arrives. */
final class OutboxFixture implements AutoCloseable {
  final LocalPostgres postgres = LocalPostgres.temporary();
  final LocalKafka kafka = LocalKafka.temporary();
  private final KafkaConsumer<String, String> reader;
  private final List<UUID> heard = new ArrayList<>();

  OutboxFixture() {
    Flyway.configure()
        .dataSource(
            postgres.jdbcUrl(),
            "samsnakk_gateway_owner",
            postgres.configuration().get("SAMSNAKK_DB_GATEWAY_OWNER_PASSWORD"))
        .schemas("gateway")
        .defaultSchema("gateway")
        .createSchemas(false)
        .locations("classpath:db/outbox")
        .placeholders(Map.of("runtime", "samsnakk_gateway"))
        .load()
        .migrate();
    reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "group.id", "reader",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    reader.subscribe(List.of(Topics.SESSIONS));
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

  /** Everything heard so far, repeats included, after waiting for all of these. */
  List<UUID> heardAfterAllOf(List<UUID> awaited) {
    long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!heard.containsAll(awaited) && System.nanoTime() < deadline) {
      for (var message : reader.poll(Duration.ofMillis(200))) {
        var event = (SessionEnded) Events.read(message.value()).orElseThrow();
        heard.add(event.sessionId());
      }
    }
    return List.copyOf(heard);
  }

  /** Whether this session's event still stands in the outbox. */
  boolean waits(UUID session) {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var query = connection.prepareStatement("select from gateway.outbox where key = ?")) {
      query.setString(1, session.toString());
      return query.executeQuery().next();
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
    reader.close();
    kafka.close();
    postgres.close();
  }
}
