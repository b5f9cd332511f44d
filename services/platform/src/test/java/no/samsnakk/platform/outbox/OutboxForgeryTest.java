package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.event.Sealed;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.log.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R7: an administrator of the database writes into the tables of an outbox. He has no key, and
 * nobody hears anything that the service has not told.
 *
 * <p>What he writes has the key of what is told after it, so that it would be heard before.
 */
class OutboxForgeryTest {
  private static final String YOUNG = key(1);
  private static OutboxFixture world;

  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final Told log = new Told();

  @BeforeAll
  static void start() {
    world = new OutboxFixture();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_row_of_his_own_is_not_sent_and_what_is_told_after_it_is() throws Exception {
    var forged = Ids.next();
    var genuine = told();
    world.writes(forged, genuine.key());
    world.writes(Ids.next(), genuine.key());
    var after = told(genuine.key());

    try (var relay = relays(Map.of())) {
      assertThat(heard(genuine, after)).doesNotContain(forged);
      await().until(() -> refusals() == 2);
    }

    var row = "(select id from gateway.outbox where payload like '%" + forged + "%')";
    assertThat(world.ask("select why from gateway.outbox_refused where id = " + row))
        .containsExactly("no seal");
    assertThat(world.ask("select id from gateway.outbox_unsent where id = " + row)).isEmpty();
    assertThat(log.lines())
        .filteredOn(line -> line.startsWith("SAMS00113: 1 row(s) of the outbox of gateway"))
        .singleElement()
        .asString()
        .contains("(no seal)")
        .doesNotContain(forged.toString());
  }

  @Test
  void that_a_row_was_refused_is_kept_as_long_as_the_row() throws Exception {
    var forged = Ids.next();
    world.writes(forged, forged.toString());
    var row = world.ask("select id from gateway.outbox where key = '" + forged + "'").getFirst();
    try (var relay = relays(Map.of())) {
      await().until(() -> refusals() == 1);
    }
    var refused = "select from gateway.outbox_refused where id = " + row;
    assertThat(world.ask(refused)).hasSize(1);

    try (var relay = relays(Map.of("SAMSNAKK_OUTBOX_KEEP", "PT0S"))) {
      await().until(() -> world.ask(refused).isEmpty());
    }

    assertThat(world.keeps(forged)).isFalse();
  }

  /** He changes one thing of a row that the service has appended. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload = overlay(payload placing '#' from 40)",
        "payload = payload || ' '",
        "key = 'another'",
        "topic = 'samsnakk.audit.v1'",
        "event_id = gen_random_uuid()",
        "seal = (select seal from gateway.outbox o where o.key = outbox.key order by id limit 1)",
        "seal = replace(seal, 'gateway', 'rooms')",
        "seal = ''"
      })
  void a_seal_fits_one_event_under_one_key_on_one_topic(String change) throws Exception {
    var before = told();
    var changed = told(before.key());
    world.sql("update gateway.outbox set " + change + " where " + is(changed));
    var after = told(changed.key());

    try (var relay = relays(Map.of())) {
      assertThat(heard(before, after)).doesNotContain(session(changed));
      await().until(() -> refusals() == 1);
    }

    assertThat(world.ask("select why from gateway.outbox_refused order by id desc limit 1"))
        .containsExactly("not its seal");
  }

  @Test
  void a_row_that_he_has_copied_is_the_same_event_again() throws Exception {
    var event = told();
    world.sql(
        """
        with copy as (
          insert into gateway.outbox (event_id, topic, key, payload, traceparent, seal)
          select event_id, topic, key, payload, traceparent, seal from gateway.outbox where %s
          returning id)
        insert into gateway.outbox_unsent select id from copy"""
            .formatted(is(event)));
    var after = told(event.key());

    try (var relay = relays(Map.of())) {
      assertThat(heard(after)).filteredOn(session(event)::equals).hasSize(2);
    }

    assertThat(refusals()).isZero();
  }

  @Test
  void what_he_says_is_unsent_is_sent_again_as_it_was() throws Exception {
    var event = told();
    try (var relay = relays(Map.of())) {
      heard(event);
      await().until(() -> !world.waits(UUID.fromString(event.key())));

      world.sql(
          "insert into gateway.outbox_unsent select id from gateway.outbox where " + is(event));
      world.sql("insert into gateway.outbox_unsent select generate_series(-3, -1)");
      var after = told(event.key());

      assertThat(heard(after)).filteredOn(session(event)::equals).hasSize(2);
    } finally {
      world.sql("delete from gateway.outbox_unsent where id < 0");
    }
  }

  @Test
  void nothing_of_his_is_put_back_when_he_says_that_a_topic_is_another() throws Exception {
    var refused = Ids.next();
    var kept = Ids.next();
    var genuine = told();
    world.writes(refused, genuine.key());
    world.writes(kept, genuine.key());
    world.sql("delete from gateway.outbox_unsent where id = (select max(id) from gateway.outbox)");
    try (var relay = relays(Map.of())) {
      heard(genuine);
      await().until(() -> refusals() == 1);
    }

    world.sql("update gateway.outbox_topic set topic_id = 'another'");

    try (var relay = relays(Map.of())) {
      await().until(() -> refusals() == 2);
      var after = told(genuine.key());
      assertThat(heard(after))
          .doesNotContain(refused, kept)
          .filteredOn(session(genuine)::equals)
          .hasSize(2);
    }

    assertThat(refusals()).isEqualTo(2);
  }

  @Test
  void nothing_of_his_is_sealed_when_he_says_that_it_is_older_than_seals() throws Exception {
    var forged = Ids.next();
    var genuine = told();
    world.writes(forged, genuine.key());
    world.sql("insert into gateway.outbox_seal_due values (now())");

    try (var relay = relays(Map.of())) {
      await().until(() -> log.lines().anyMatch(line -> line.startsWith("SAMS00114: ")));
      assertThat(metrics.counter("samsnakk.gateway.outbox.held").count()).isPositive();
      assertThat(world.ask("select seal from gateway.outbox where payload like '%" + forged + "%'"))
          .containsExactly((String) null);

      world.sql("delete from gateway.outbox_seal_due");

      assertThat(heard(genuine)).doesNotContain(forged);
      await().until(() -> refusals() == 1);
    }
  }

  @Test
  void a_new_schema_has_nothing_to_be_sealed() {
    assertThat(world.ask("select since from gateway.outbox_seal_due")).isEmpty();
  }

  @Test
  void what_an_older_key_of_the_service_has_sealed_is_sealed_with_the_one_that_seals_now()
      throws Exception {
    var event = told();

    try (var relay = relays(Map.of("SAMSNAKK_EVENT_KEY_GATEWAY", YOUNG + "," + Teller.KEY))) {
      heard(event);
    }

    // Who hears it has the young one alone by now.
    assertThat(sealer(YOUNG).proven(sealed(event), world.ear.sealOf(session(event)))).isPresent();
  }

  @Test
  void what_a_key_has_sealed_that_the_service_no_longer_has_is_not_sent() throws Exception {
    var event = told();
    var after = Teller.ended(Ids.next());
    Teller.tell(pool(), YOUNG, List.of(after));

    try (var relay = relays(Map.of("SAMSNAKK_EVENT_KEY_GATEWAY", YOUNG))) {
      assertThat(heard(after)).doesNotContain(session(event));
      await().until(() -> refusals() == 1);
    }
  }

  private OutboxFixture.Relaying relays(Map<String, String> changes) {
    return world.relays(changes, metrics);
  }

  private double refusals() {
    return metrics.counter("samsnakk.gateway.outbox.refused").count();
  }

  private static List<UUID> heard(OutboxRecord... awaited) {
    return world.heardAfterAllOf(Stream.of(awaited).map(OutboxForgeryTest::session).toList());
  }

  /** The service tells that a session is over. */
  private static OutboxRecord told() {
    return told(Ids.next().toString());
  }

  private static OutboxRecord told(String key) {
    var ended = Teller.ended(Ids.next());
    var record = new OutboxRecord(ended.eventId(), ended.topic(), key, ended.data(), null);
    Teller.tell(pool(), Teller.KEY, List.of(record));
    return record;
  }

  private static String is(OutboxRecord record) {
    return "event_id = '" + record.eventId() + "'";
  }

  private static UUID session(OutboxRecord record) {
    return ((SessionEnded) record.data()).sessionId();
  }

  private static Sealed sealed(OutboxRecord record) {
    var payload = world.ask("select payload from gateway.outbox where " + is(record)).getFirst();
    return Sealed.of(record.topic(), record.key(), record.eventId(), payload);
  }

  private static EventSealer sealer(String keys) {
    return EventSealer.of(Teller.SERVICE, keys);
  }

  private static io.vertx.sqlclient.Pool pool() {
    return Teller.pool(world.environment());
  }

  private static String key(int number) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
