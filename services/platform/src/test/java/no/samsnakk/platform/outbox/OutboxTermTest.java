package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.kafka.ClosedClients;
import no.samsnakk.platform.log.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * R2: what a leader's term has set in its session reaches nobody who is given the connection
 * afterwards.
 */
class OutboxTermTest {
  /** Vert.x' own. */
  private static final int CONNECTIONS = 4;

  private final OutboxFixture world = new OutboxFixture();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void R2_nothing_is_left_of_a_term_that_was_stopped() throws Exception {
    leavesNothing(world.environment(), "SAMS00100: ", 1);
  }

  @Test
  void R2_nothing_is_left_of_a_term_that_has_ended_for_kafka() throws Exception {
    try (var deaf = OutboxFixture.deaf()) {
      Map<String, String> away = new HashMap<>(world.environment());
      away.put("SAMSNAKK_KAFKA", "127.0.0.1:" + deaf.getLocalPort());
      Teller.tell(Teller.pool(away), List.of(UUID.randomUUID().toString()));
      leavesNothing(away, "SAMS00101: ", 1);
    }
  }

  @Test
  void R2_nothing_is_left_of_a_term_that_has_ended_within_a_transaction() throws Exception {
    world.sql(
        """
        insert into gateway.outbox_topic (topic, topic_id) values ('%s', 'of another Kafka');
        create function gateway.fails() returns trigger language plpgsql
          as $$ begin raise 'it fails'; end $$;
        create trigger fails before update on gateway.outbox_topic
          execute function gateway.fails()"""
            .formatted(Topics.SESSIONS));

    // More often than there are connections: none of them may be lost to the pool either.
    leavesNothing(world.environment(), "SAMS00101: ", 2 * CONNECTIONS);
  }

  private static void leavesNothing(Map<String, String> environment, String line, int times)
      throws Exception {
    var pool = Teller.pool(environment);
    try (var clients = new ClosedClients(Teller.connection(environment));
        var log = new Told()) {
      var relay = Teller.relay(environment, pool, new SimpleMeterRegistry(), clients);
      relay.start(new StartupEvent());
      await().until(() -> log.lines().filter(told -> told.startsWith(line)).count() >= times);
      relay.stop(new ShutdownEvent());
    }

    var all = new ArrayList<SqlConnection>();
    for (int i = 0; i < CONNECTIONS; i++) {
      all.add(answer(pool.getConnection()));
    }
    for (var connection : all) {
      assertThat(leftIn(connection)).isEqualTo("on, 0 channels, 0 locks");
    }
    answer(pool.close());
  }

  private static String leftIn(SqlConnection connection) throws Exception {
    var left =
        """
        select current_setting('synchronous_commit')
          || ', ' || (select count(*) from pg_listening_channels()) || ' channels'
          || ', ' || (select count(*) from pg_locks
                      where locktype = 'advisory' and pid = pg_backend_pid()) || ' locks'""";
    return answer(connection.query(left).execute()).iterator().next().getString(0);
  }

  private static <T> T answer(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
