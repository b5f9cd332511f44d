package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R6, R7: a version that did not seal what it appended ran here before. */
class OldRowsTest {
  private static final String UNSEALED = "select id from gateway.outbox where seal is null";
  private static final String DUE = "select since from gateway.outbox_seal_due";
  private static OutboxFixture world;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @BeforeAll
  static void start() {
    world = new OutboxFixture();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void isOlder() {
    world.isOlderThanSeals();
  }

  @Test
  void what_it_has_left_is_sealed_and_sent_and_nothing_that_comes_without_a_seal_later()
      throws Exception {
    var told = appended();
    world.sql("delete from gateway.outbox_unsent");
    var untold = appended();
    world.isUpgraded();
    // The version before runs on until it is stopped.
    var meanwhile = appended();

    var forged = Ids.next();
    try (var relay = relays()) {
      assertThat(world.heardAfterAllOf(List.of(untold, meanwhile))).doesNotContain(told);
      world.writes(forged, untold.toString());
      await().until(() -> refusals() == 1);
    }
    try (var again = relays()) {
      // What was told is sealed too: this puts it back.
      world.sql("update gateway.outbox_topic set topic_id = 'another'");
      assertThat(world.heardAfterAllOf(List.of(told))).doesNotContain(forged);
    }

    assertThat(world.ask(DUE)).isEmpty();
    assertThat(world.ask(UNSEALED)).hasSize(1);
  }

  @Test
  void of_two_that_start_together_one_seals() throws Exception {
    var sessions = Stream.generate(OldRowsTest::appended).limit(20).toList();
    world.isUpgraded();

    try (var one = relays();
        var other = relays()) {
      var heard = world.heardAfterAllOf(sessions).stream().filter(sessions::contains).toList();

      assertThat(heard).containsExactlyInAnyOrderElementsOf(sessions);
    }
    assertThat(world.ask(UNSEALED)).isEmpty();
  }

  @Test
  void who_ends_half_way_is_followed_by_another_that_goes_on() throws Exception {
    var first = appended();
    world.sql(
        """
        insert into gateway.outbox (event_id, topic, key, payload)
        select event_id, topic, key, payload from gateway.outbox, generate_series(1, 600)""");
    var last = appended();
    world.isUpgraded();
    world.sql(
        """
        create function gateway.fails() returns trigger language plpgsql as
          $$ begin raise exception 'the disk is full'; end $$;
        create trigger fails before update on gateway.outbox for each row
          when (old.key = '%s') execute function gateway.fails()"""
            .formatted(last));

    try (var relay = relays()) {
      await().until(() -> world.ask(UNSEALED).size() < 602);
    }
    assertThat(world.ask(UNSEALED)).hasSize(102);
    assertThat(world.ask(DUE)).hasSize(1);
    world.sql("drop trigger fails on gateway.outbox");

    try (var next = relays()) {
      world.heardAfterAllOf(List.of(first, last));
    }
    assertThat(world.ask(UNSEALED)).isEmpty();
    assertThat(world.ask(DUE)).isEmpty();
  }

  @Test
  void the_running_service_cannot_say_that_it_is_due() {
    world.isUpgraded();
    var pool = Pool.newInstance(Teller.pool(world.environment()));

    assertThatThrownBy(
            () ->
                pool.query("insert into outbox_seal_due values (now())")
                    .execute()
                    .await()
                    .indefinitely())
        .hasMessageContaining("permission denied");
  }

  private OutboxFixture.Relaying relays() {
    return world.relays(Map.of("SAMSNAKK_OUTBOX_SEAL_OLD", "true"), metrics);
  }

  private double refusals() {
    return metrics.counter("samsnakk.gateway.outbox.refused").count();
  }

  private static UUID appended() {
    var session = Ids.next();
    world.writes(session, session.toString());
    return session;
  }
}
