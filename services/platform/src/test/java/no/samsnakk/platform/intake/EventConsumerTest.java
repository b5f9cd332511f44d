package no.samsnakk.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.event.Heard;
import no.samsnakk.platform.event.Readers;
import no.samsnakk.platform.kafka.ClosedClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch of three that nobody has sealed is taken in by a real PostgreSQL. */
class EventConsumerTest {
  private static final String GOES = "select 1";
  private static final String IS_REFUSED = "select 1 / 0";
  private static final String FAILS = "select from nowhere";

  @AutoClose private static final IntakeTables tables = new IntakeTables();

  @AutoClose
  private static final ClosedClients nowhere =
      new ClosedClients(Map.of("bootstrap.servers", "localhost:1"));

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final SetAside setAside = setAside();
  private final AtomicInteger failures = new AtomicInteger();

  @BeforeEach
  void emptySchema() {
    tables.empty();
    tables.migrate();
    tables.asSuperuser(
        """
        create table audit.set_aside (topic text, partition int, "offset" bigint, at timestamptz,
          primary key (topic, partition, "offset"));
        grant select, insert on audit.set_aside to samsnakk_audit""");
  }

  @Test
  void R11_what_is_not_believed_or_not_taken_is_set_aside_and_the_rest_is_handled() {
    takes(batch -> isRefusedWith(batch, 1) ? IS_REFUSED : GOES);

    assertThat(places("forged")).containsExactlyInAnyOrder(0L, 2L);
    assertThat(places("set_aside")).containsExactly(1L);
  }

  @Test
  void what_is_set_aside_is_told_once_although_another_of_its_batch_is_refused() {
    takes(batch -> isRefusedWith(batch, 1) ? IS_REFUSED : GOES);

    assertThat(told("forged")).isEqualTo(2);
    assertThat(told("set.aside")).isEqualTo(1);
  }

  @Test
  void what_is_set_aside_is_told_once_however_often_its_batch_is_tried() {
    takes(batch -> failures.get() < 2 ? FAILS : GOES);

    assertThat(failures).hasValue(2);
    assertThat(told("forged")).isEqualTo(3);
  }

  @Test
  void what_is_set_aside_is_told_once_although_another_is_refused_and_the_next_one_fails() {
    takes(
        batch -> {
          if (isRefusedWith(batch, 1)) {
            return IS_REFUSED;
          }
          return offsets(batch).equals(List.of(2L)) && failures.get() < 2 ? FAILS : GOES;
        });

    assertThat(failures).hasValue(2);
    assertThat(told("forged")).isEqualTo(2);
    assertThat(told("set.aside")).isEqualTo(1);
  }

  /** What a service does about a part of the batch. */
  private interface Act {
    String statement(List<ReceivedRecord> batch);
  }

  private void takes(Act act) {
    consumer()
        .consume(records(), (transaction, batch) -> take(transaction, batch, act))
        .await()
        .indefinitely();
  }

  private Uni<Void> take(SqlConnection transaction, List<ReceivedRecord> batch, Act act) {
    return transaction
        .query(act.statement(batch))
        .execute()
        .onFailure(failure -> !isOfTheData(failure))
        .invoke(failures::incrementAndGet)
        .replaceWithVoid();
  }

  private static boolean isOfTheData(Throwable failure) {
    return failure instanceof PgException refused && "22012".equals(refused.getSqlState());
  }

  private EventConsumer consumer() {
    return new EventConsumer(
        tables.pool,
        new BatchReader(Readers.ofNobody(), border()),
        setAside,
        standstill(),
        Clock.systemUTC(),
        metrics,
        "audit");
  }

  private static boolean isRefusedWith(List<ReceivedRecord> batch, long offset) {
    return batch.stream()
        .anyMatch(one -> one.from().offset() == offset && one.heard() instanceof Heard.Forged);
  }

  private static List<Long> offsets(List<ReceivedRecord> batch) {
    return batch.stream().map(one -> one.from().offset()).toList();
  }

  private static ConsumerRecords<String, @Nullable String> records() {
    List<ConsumerRecord<String, @Nullable String>> records =
        LongStream.range(0, 3)
            .mapToObj(
                offset ->
                    new ConsumerRecord<String, @Nullable String>(
                        Topics.AUDIT, 0, offset, "key", "{}"))
            .toList();
    return new ConsumerRecords<>(Map.of(new TopicPartition(Topics.AUDIT, 0), records), Map.of());
  }

  private SetAside setAside() {
    var forgeries = Readers.forgeries("audit", metrics);
    return new SetAside(Clock.systemUTC(), forgeries, border(), metrics, "audit");
  }

  /** In a schema of this version Kafka is never asked for it. */
  private Border border() {
    return new Border(
        tables.pool, new TopicEnds(nowhere), standstill(), Optional.of(List.of(Topics.AUDIT)));
  }

  private List<Long> places(String table) {
    var places = tables.pool.query("select \"offset\" from " + table).executeAndAwait();
    return StreamSupport.stream(places.spliterator(), false).map(row -> row.getLong(0)).toList();
  }

  private double told(String kind) {
    return metrics.counter("samsnakk.audit.records." + kind).count();
  }

  private Standstill standstill() {
    return new Standstill(Clock.systemUTC(), metrics, "audit");
  }
}
