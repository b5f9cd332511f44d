package no.samsnakk.platform.intake;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.platform.event.Readers;
import no.samsnakk.platform.kafka.ClosedClients;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audit is upgraded from a version that knew no seals, with a real Kafka and PostgreSQL. */
class BorderTest {
  private static IntakeTables tables;
  private static LocalKafka kafka;
  private static ClosedClients clients;

  @BeforeAll
  static void start() {
    tables = new IntakeTables();
    kafka = LocalKafka.temporary();
    clients = new ClosedClients(kafka.administrator());
  }

  @AfterAll
  static void stop() {
    clients.close();
    kafka.close();
    tables.close();
  }

  @BeforeEach
  void emptySchema() {
    tables.empty();
  }

  @Test
  void in_a_schema_of_this_version_nothing_without_a_seal_is_believed() {
    tables.migrate();
    var before = tell();

    assertThat(isBelieved(border(), before)).isFalse();
  }

  @Test
  void in_an_older_one_it_is_believed_below_the_end_of_that_day_and_nowhere_else() {
    upgrade();
    var before = tell();

    assertThat(isBelieved(border(), before)).isTrue();
    var after = tell();
    assertThat(isBelieved(border(), after)).isFalse();
    assertThat(isBelieved(border(), before)).isTrue();
  }

  @Test
  void instances_that_start_together_draw_one_border() {
    upgrade();
    var before = tell();

    var both =
        Uni.combine().all().unis(border().now(), border().now()).asTuple().await().indefinitely();

    assertThat(both.getItem1()).isEqualTo(both.getItem2());
    assertThat(isBelieved(border(), before)).isTrue();
  }

  @Test
  void a_topic_that_was_made_anew_is_not_filled_below_it() throws Exception {
    upgrade();
    tell();
    tell();
    var border = border();
    border.now().await().indefinitely();
    try (var admin = Admin.create(kafka.administrator())) {
      admin.deleteTopics(List.of(Topics.AUDIT)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(Topics.AUDIT));
      admin.createTopics(List.of(new NewTopic(Topics.AUDIT, 12, (short) 1))).all().get();
    }

    var forged = tell();

    assertThat(forged.offset()).isZero();
    assertThat(isBelieved(border, forged)).isFalse();
    assertThat(isBelieved(border(), forged)).isFalse();
  }

  @Test
  void behind_a_record_beyond_the_border_nothing_is_filled_in_below_it() {
    upgrade();
    var before = tell();
    var one = border();
    var another = border();
    assertThat(isBelieved(one, before)).isTrue();
    assertThat(isBelieved(another, before)).isTrue();

    takesIn(one, before);
    assertThat(isBelieved(one, before)).isTrue();
    takesIn(one, tell());

    assertThat(isBelieved(one, before)).isFalse();
    assertThat(isBelieved(another, before)).isFalse();
    assertThat(isBelieved(border(), before)).isFalse();
    // Once more, as after a crash, and by another instance.
    takesIn(one, tell());
    takesIn(another, tell());
  }

  @Test
  void what_is_taken_in_right_after_a_start_closes_it_too() {
    upgrade();
    var before = tell();
    assertThat(isBelieved(border(), before)).isTrue();
    var beyond = tell();
    beyond.headers().add(RecordHeaders.SEAL, new byte[0]);

    var restarted = border();
    new BatchReader(Readers.ofNobody(), restarted).read(batch(beyond)).await().indefinitely();
    takesIn(restarted, beyond);

    assertThat(isBelieved(border(), before)).isFalse();
  }

  @Test
  void a_partition_is_closed_by_itself_alone() {
    upgrade();
    var before = tell(0);
    var elsewhere = tell(1);
    var border = border();
    border.now().await().indefinitely();

    takesIn(border, tell(0));

    assertThat(isBelieved(border, before)).isFalse();
    assertThat(isBelieved(border, elsewhere)).isTrue();
  }

  @Test
  void what_is_not_committed_closes_nothing() {
    upgrade();
    var before = tell();
    var border = border();
    border.now().await().indefinitely();
    var beyond = tell();

    var failed =
        tables.pool.withTransaction(
            transaction ->
                border
                    .close(transaction, List.of(beyond))
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("failed"))));
    assertThatThrownBy(() -> failed.await().indefinitely()).hasMessage("failed");
    assertThat(isBelieved(border, before)).isTrue();

    takesIn(border, beyond);
    assertThat(isBelieved(border, before)).isFalse();
  }

  @Test
  void for_how_long_it_could_not_be_drawn_is_seen_until_it_is() {
    upgrade();
    var metrics = new SimpleMeterRegistry();
    var away = new TopicEnds(new KafkaClients(Map.of("bootstrap.servers", "localhost:1")));
    border(away, metrics).drawn().subscribe().with(drawn -> {});

    await().until(() -> failingSeconds(metrics) > 0);
    // With Kafka back the draw passes; here because there is nothing left to ask it for.
    tables.asSuperuser("delete from audit.unsealed_border_due");
    await().until(() -> failingSeconds(metrics) == 0);
    away.close();
  }

  private static double failingSeconds(SimpleMeterRegistry metrics) {
    return metrics.get("samsnakk.audit.intake.failing.seconds").gauge().value();
  }

  private static ConsumerRecords<String, @Nullable String> batch(
      ConsumerRecord<String, @Nullable String> record) {
    var place = new TopicPartition(record.topic(), record.partition());
    return new ConsumerRecords<>(Map.of(place, List.of(record)), Map.of());
  }

  private static void takesIn(Border border, ConsumerRecord<String, String> record) {
    tables
        .pool
        .withTransaction(transaction -> border.close(transaction, List.of(record)))
        .await()
        .indefinitely();
  }

  private static boolean isBelieved(Border border, ConsumerRecord<String, String> unsealed) {
    return border.now().await().indefinitely().isAbove(unsealed);
  }

  private static Border border() {
    var topics = new TopicEnds(clients);
    return border(topics, new SimpleMeterRegistry());
  }

  private static Border border(TopicEnds topics, SimpleMeterRegistry metrics) {
    return new Border(
        tables.pool,
        topics,
        new Standstill(Clock.systemUTC(), metrics, "audit"),
        Optional.of(List.of(Topics.AUDIT)));
  }

  private static ConsumerRecord<String, String> tell() {
    return tell(0);
  }

  private static ConsumerRecord<String, String> tell(int partition) {
    try (var producer =
        new KafkaProducer<>(
            kafka.administrator(), new StringSerializer(), new StringSerializer())) {
      var at = producer.send(new ProducerRecord<>(Topics.AUDIT, partition, "key", "{}")).get();
      return new ConsumerRecord<>(Topics.AUDIT, partition, at.offset(), "key", "{}");
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its tables are older than seals. */
  private static void upgrade() {
    tables.asSuperuser("set role samsnakk_audit_owner; create table audit.set_aside (topic text)");
    tables.migrate();
  }
}
