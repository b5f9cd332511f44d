package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.process.Ports;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R6 and R12: what was committed is told, whatever dies, and in a room's order. */
class OutboxTest {
  private static OutboxFixture world;
  private final List<Process> started = new java.util.ArrayList<>();

  @BeforeAll
  static void start() {
    world = new OutboxFixture();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void kill() throws InterruptedException {
    for (var process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void what_was_committed_is_told_although_the_process_was_killed_before_it_could_publish()
      throws IOException, InterruptedException {
    var session = Ids.next();
    try (var deaf = OutboxFixture.deaf()) {
      var teller =
          run(Map.of("SAMSNAKK_KAFKA", "127.0.0.1:" + deaf.getLocalPort()), "tell", session);
      assertThat(firstLine(teller)).isEqualTo("committed");
      teller.destroyForcibly().waitFor();
    }
    assertThat(world.waits(session)).isTrue();

    run(Map.of(), "relay");

    assertThat(world.heardAfterAllOf(List.of(session))).contains(session);
    await().until(() -> !world.waits(session));
  }

  @Test
  void a_transaction_that_commits_late_is_not_jumped_over() throws IOException, SQLException {
    run(Map.of(), "relay");
    var late = Ids.next();
    var early = Ids.next();
    try (var slow = DriverManager.getConnection(world.postgres.superuserJdbcUrl())) {
      slow.setAutoCommit(false);
      insert(slow, late);
      Teller.tell(Teller.pool(world.environment()), List.of(early.toString()));
      assertThat(world.heardAfterAllOf(List.of(early))).contains(early).doesNotContain(late);
      slow.commit();
    }

    assertThat(world.heardAfterAllOf(List.of(late))).contains(late);
  }

  @Test
  void of_two_relays_only_one_tells() throws IOException {
    var begun = world.ask("select clock_timestamp()").getFirst();
    run(Map.of(), "relay");
    run(Map.of(), "relay");
    // Each has one connection, in which it leads or asks whether it may.
    await().until(() -> connectedSince(begun) == 2);
    var sessions = Stream.generate(Ids::next).limit(200).toList();
    var pool = Teller.pool(world.environment());
    for (var session : sessions) {
      Teller.tell(pool, List.of(session.toString()));
    }

    var heard = world.heardAfterAllOf(sessions).stream().filter(sessions::contains).toList();

    assertThat(heard).containsExactlyInAnyOrderElementsOf(sessions);
  }

  @Test
  void when_the_leader_dies_another_goes_on() throws IOException, InterruptedException {
    var leader = run(Map.of(), "relay");
    var pool = Teller.pool(world.environment());
    var first = Ids.next();
    Teller.tell(pool, List.of(first.toString()));
    assertThat(world.heardAfterAllOf(List.of(first))).contains(first);
    run(Map.of(), "relay");

    leader.destroyForcibly().waitFor();
    var second = Ids.next();
    Teller.tell(pool, List.of(second.toString()));

    assertThat(world.heardAfterAllOf(List.of(second))).contains(second);
  }

  @Test
  void when_kafka_loses_its_data_everything_is_told_again(@TempDir Path folder) throws IOException {
    int port = Ports.free();
    var secrets = new Secrets(folder.resolve("secrets"), world.kafka.configuration());
    var kafka = Map.of("SAMSNAKK_KAFKA", "localhost:" + port);
    var sessions = Stream.generate(Ids::next).limit(30).toList();
    try (var first = LocalKafka.start(Home.find(), folder.resolve("first"), port, secrets);
        var ear = new Ear(first)) {
      run(kafka, "relay");
      Teller.tell(Teller.pool(world.environment()), sessions.stream().map(UUID::toString).toList());
      assertThat(ear.heardAfterAllOf(sessions)).containsAll(sessions);
    }

    // It comes back empty, under the same address; the relay has run all the time.
    try (var second = LocalKafka.start(Home.find(), folder.resolve("second"), port, secrets);
        var ear = new Ear(second)) {
      assertThat(ear.heardAfterAllOf(sessions)).containsAll(sessions);
      var after = Ids.next();
      Teller.tell(Teller.pool(world.environment()), List.of(after.toString()));
      assertThat(ear.heardAfterAllOf(List.of(after))).contains(after);
    }
  }

  @Test
  void what_was_told_is_kept_for_as_long_as_it_is_to_be_kept()
      throws IOException, InterruptedException {
    var session = Ids.next();
    var relay = run(Map.of(), "tell", session);
    assertThat(world.heardAfterAllOf(List.of(session))).contains(session);
    await().until(() -> !world.waits(session));
    relay.destroyForcibly().waitFor();
    assertThat(world.keeps(session)).isTrue();

    run(Map.of("SAMSNAKK_OUTBOX_KEEP", "PT0S"), "relay");

    await().until(() -> !world.keeps(session));
  }

  @Test
  void what_has_not_been_told_is_kept_however_old_it_is() throws Exception {
    var session = Ids.next();
    var pool = Teller.pool(world.environment());
    Teller.tell(pool, List.of(session.toString()));

    var connection = pool.getConnection().toCompletionStage().toCompletableFuture().get();
    new OutboxTable(connection).purge(OffsetDateTime.now(ZoneOffset.UTC).plusHours(1), 1_000);

    assertThat(world.waits(session)).isTrue();
  }

  @Test
  void what_is_rolled_back_is_never_told() {
    var outbox = Outboxes.of(Teller.SERVICE, Clock.systemUTC());
    var pool = Pool.newInstance(Teller.pool(world.environment()));
    var session = Ids.next();

    var outcome =
        pool.withTransaction(
                connection ->
                    outbox
                        .append(connection, List.of(Teller.ended(session)))
                        .chain(() -> connection.query("select 1/0").execute()))
            .onItemOrFailure()
            .transform((rows, failure) -> failure != null)
            .await()
            .indefinitely();

    assertThat(outcome).isTrue();
    assertThat(world.waits(session)).isFalse();
  }

  private Process run(Map<String, String> changes, String verb, UUID... sessions)
      throws IOException {
    var environment = new java.util.HashMap<>(world.environment());
    environment.putAll(changes);
    var arguments = Stream.concat(Stream.of(verb), Stream.of(sessions).map(UUID::toString));
    var process = world.start(environment, arguments.toList());
    started.add(process);
    return process;
  }

  private int connectedSince(String begun) {
    return world
        .ask(
            "select pid from pg_stat_activity where usename = 'samsnakk_gateway'"
                + " and backend_start > '%s'".formatted(begun))
        .size();
  }

  private static String firstLine(Process process) throws IOException {
    var output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    try (var lines = new BufferedReader(output)) {
      return lines.lines().filter(line -> line.equals("committed")).findFirst().orElse("");
    }
  }

  /** What {@link Outbox#append} does, in a transaction that stays open. */
  private static void insert(java.sql.Connection connection, UUID session) throws SQLException {
    var values = Outboxes.of(Teller.SERVICE, Clock.systemUTC());
    var row = values.parameters(List.of(Teller.ended(session)));
    try (var statement =
        connection.prepareStatement(
            """
            with appended as (
              insert into gateway.outbox (event_id, topic, key, payload, seal)
              values (?, ?, ?, ?, ?)
              returning id)
            insert into gateway.outbox_unsent select id from appended\
            """)) {
      statement.setObject(1, row.getArrayOfUUIDs(0)[0]);
      for (int column : List.of(1, 2, 3)) {
        statement.setString(column + 1, row.getArrayOfStrings(column)[0]);
      }
      statement.setString(5, row.getArrayOfStrings(5)[0]);
      statement.executeUpdate();
    }
  }
}
