package no.samsnakk.platform.outbox;

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
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with an outbox in it, a real Kafka, and somebody who reads what arrives. */
final class OutboxFixture implements AutoCloseable {
  final LocalPostgres postgres = LocalPostgres.temporary();
  final LocalKafka kafka = LocalKafka.temporary();
  private final Ear ear;

  OutboxFixture() {
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
    ear = new Ear(kafka);
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
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var query = connection.prepareStatement(rows + " where key = ?")) {
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
    ear.close();
    kafka.close();
    postgres.close();
  }
}
