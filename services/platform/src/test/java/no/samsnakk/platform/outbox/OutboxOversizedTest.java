package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.log.Told;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** R12: what is never sent holds up nothing else, and what Kafka may take tomorrow is not lost. */
class OutboxOversizedTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @Test
  void what_is_larger_than_a_record_may_be_is_set_aside_and_what_is_told_after_it_is_sent()
      throws Exception {
    try (var world = new OutboxFixture();
        var log = new Told()) {
      var before = Teller.ended(Ids.next());
      var large = ended(1_100_000);
      var after = Teller.ended(Ids.next());
      Teller.tell(Teller.pool(world.environment()), Teller.KEY, List.of(before, large, after));

      try (var relay = world.relays(Map.of(), metrics)) {
        assertThat(world.heardAfterAllOf(List.of(session(before), session(after))))
            .contains(session(before), session(after))
            .doesNotContain(session(large));
        await().until(() -> world.ask("select from gateway.outbox_unsent").isEmpty());
      }

      assertThat(world.ask("select why from gateway.outbox_refused")).containsExactly("too large");
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("SAMS00117: 1 row(s) of the outbox of gateway"))
          .hasSize(1);
      assertThat(metrics.counter("samsnakk.gateway.outbox.oversized").count()).isEqualTo(1);
    }
  }

  @Test
  void what_a_topic_does_not_take_for_a_while_is_sent_afterwards_and_so_is_what_was_told_after_it()
      throws Exception {
    try (var world = new OutboxFixture();
        var log = new Told()) {
      takesAtMost(world, 100_000);
      var large = ended(200_000);
      var after = Teller.ended(Ids.next());
      var pool = Teller.pool(world.environment());
      Teller.tell(pool, Teller.KEY, List.of(large, after));

      try (var relay = world.relays(Map.of(), metrics)) {
        await()
            .until(
                () ->
                    log.lines()
                        .anyMatch(
                            line ->
                                line.startsWith("SAMS00101: ")
                                    && line.contains("RecordTooLargeException")));
        var later = Teller.ended(Ids.next());
        Teller.tell(pool, Teller.KEY, List.of(later));
        // What goes through is sent once, not with each try of what does not.
        await().until(() -> world.ask("select id from gateway.outbox_unsent").size() == 1);
        takesAtMost(world, 1_048_588);

        assertThat(world.heardAfterAllOf(List.of(session(large), session(after), session(later))))
            .contains(session(large), session(after), session(later));
        await().until(() -> world.ask("select from gateway.outbox_unsent").isEmpty());
      }

      assertThat(world.ask("select why from gateway.outbox_refused")).isEmpty();
      assertThat(metrics.counter("samsnakk.gateway.outbox.oversized").count()).isZero();
    }
  }

  /** Complete only when Kafka goes by it. */
  private static void takesAtMost(OutboxFixture world, int bytes)
      throws InterruptedException, ExecutionException {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.SESSIONS);
    var most = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(bytes));
    try (var admin = Admin.create(world.kafka.administrator())) {
      var set = List.of(new AlterConfigOp(most, AlterConfigOp.OpType.SET));
      admin.incrementalAlterConfigs(Map.of(topic, set)).all().get();
    }
    await().until(() -> isTaken(world, ended(200_000)) == bytes > 200_000);
  }

  private static boolean isTaken(OutboxFixture world, OutboxRecord told)
      throws InterruptedException {
    var payload = Outboxes.payload(told);
    var record = new ProducerRecord<>(told.topic(), told.key(), payload);
    record.headers().add(RecordHeaders.SEAL, new byte[0]);
    try (var producer =
        new KafkaProducer<>(
            world.kafka.administrator(), new StringSerializer(), new StringSerializer())) {
      producer.send(record).get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(RecordTooLargeException.class);
      return false;
    }
  }

  /** With a key of so many bytes. */
  private static OutboxRecord ended(int bytes) {
    var ended = Teller.ended(Ids.next());
    return new OutboxRecord(ended.eventId(), ended.topic(), "k".repeat(bytes), ended.data(), null);
  }

  private static UUID session(OutboxRecord record) {
    return ((SessionEnded) record.data()).sessionId();
  }
}
