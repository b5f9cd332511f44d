package no.samsnakk.platform.intake;

import static java.util.stream.Collectors.toMap;
import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where records without a seal end. Those that were in Kafka before this service knew seals are
 * read once more; whoever writes one today writes it behind them.
 *
 * <pre>
 *   schema made by this version ────────────────▶ nothing without a seal is believed
 *   schema from before ──first start──▶ the ends of all partitions are kept, with the topics' ids
 *                                       └─▶ below them, in those very topics, it is believed
 * </pre>
 *
 * <p>The ends are drawn once in a schema's life. A topic that is made anew has another id, and no
 * border: so the offsets below it cannot be filled a second time. Nor can they where a partition
 * loses its end and is written again: what is taken in from beyond a border takes it away, in the
 * same transaction. (If such a batch comes twice, after a crash, what lies below it is told as
 * forged, though it has been taken in.)
 */
@ApplicationScoped
class Border {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final String IS_DUE = "select from unsealed_border_due";

  /** Of several instances that start one does it; the others wait for its commit. */
  private static final String BEGIN = "delete from unsealed_border_due";

  private static final String KEEP =
      "insert into unsealed_border (topic, partition, topic_id, ends) values ($1, $2, $3, $4)";
  private static final String CLOSE =
      "delete from unsealed_border where topic = $1 and partition = $2";
  private static final String READ = "select topic, partition, topic_id, ends from unsealed_border";

  private final Pool pool;
  private final TopicEnds topics;
  private final Optional<List<String>> heard;
  private final Uni<Void> drawn;

  /** Those that this instance has not seen closed. */
  private final Map<TopicPartition, TopicEnds.End> open = new ConcurrentHashMap<>();

  @Inject
  Border(Pool pool, TopicEnds topics, Standstill standstill, IntakeChannel channel) {
    this(pool, topics, standstill, channel.topics());
  }

  Border(Pool pool, TopicEnds topics, Standstill standstill, Optional<List<String>> heard) {
    this.pool = pool;
    this.topics = topics;
    this.heard = heard;
    this.drawn =
        Uni.createFrom()
            .deferred(this::drawIfDue)
            .onFailure()
            .invoke(failure -> LOG.borderNotDrawn(failure.getClass().getSimpleName()))
            .onFailure()
            .invoke(standstill::failed)
            .onFailure()
            .retry()
            .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
            .indefinitely()
            .invoke(standstill::passed)
            .memoize()
            .indefinitely();
  }

  /** At once, so that as little as can be is written behind what was there. */
  void start(@Observes StartupEvent started) {
    if (heard.isPresent()) {
      drawn().subscribe().with(done -> {});
    }
  }

  /**
   * Until it is drawn, and this instance knows it, nothing may be taken in: it would close nothing.
   * For that Kafka has to be asked once in a schema's life, and PostgreSQL by each instance.
   */
  Uni<Void> drawn() {
    return drawn;
  }

  /** The border as it is now, with the topics as they are now. */
  Uni<Drawn> now() {
    return drawn()
        .chain(this::read)
        .chain(
            ends ->
                ends.isEmpty()
                    ? Uni.createFrom().item(new Drawn(ends, Map.of()))
                    : onWorker(() -> topics.ids(heard.orElseThrow()))
                        .map(ids -> new Drawn(ends, ids)));
  }

  /** Takes it away where it lies behind one of these, in the transaction that takes them in. */
  Uni<Void> close(SqlConnection transaction, List<? extends ConsumerRecord<?, ?>> batch) {
    var behind = batch.stream().filter(this::isBeyond).map(Border::place).distinct().toList();
    return Multi.createFrom()
        .items(behind.stream())
        .onItem()
        .transformToUniAndConcatenate(place -> close(transaction, place))
        .collect()
        .last();
  }

  /** It is forgotten here once it is known to be gone: the transaction may still fail. */
  private Uni<Void> close(SqlConnection transaction, TopicPartition place) {
    return transaction
        .preparedQuery(CLOSE)
        .execute(Tuple.of(place.topic(), place.partition()))
        .invoke(
            closed -> {
              if (closed.rowCount() == 0) {
                open.remove(place);
              }
            })
        .replaceWithVoid();
  }

  private boolean isBeyond(ConsumerRecord<?, ?> record) {
    var end = open.get(place(record));
    return end != null && record.offset() >= end.offset();
  }

  private static TopicPartition place(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private Uni<Void> drawIfDue() {
    return pool.query(IS_DUE)
        .execute()
        .chain(due -> due.rowCount() == 0 ? Uni.createFrom().voidItem() : draw())
        .chain(this::read)
        .invoke(open::putAll)
        .replaceWithVoid();
  }

  private Uni<Void> draw() {
    return onWorker(() -> topics.ends(heard.orElseThrow()))
        .chain(ends -> pool.withTransaction(transaction -> keep(transaction, ends)));
  }

  private static Uni<Void> keep(
      SqlConnection transaction, Map<TopicPartition, TopicEnds.End> ends) {
    var rows =
        ends.entrySet().stream()
            .map(
                end ->
                    Tuple.of(
                        end.getKey().topic(),
                        end.getKey().partition(),
                        end.getValue().topicId(),
                        end.getValue().offset()))
            .toList();
    return transaction
        .query(BEGIN)
        .execute()
        .chain(
            begun ->
                begun.rowCount() == 0
                    ? Uni.createFrom().voidItem()
                    : transaction.preparedQuery(KEEP).executeBatch(rows).replaceWithVoid());
  }

  private Uni<Map<TopicPartition, TopicEnds.End>> read() {
    return pool.query(READ)
        .execute()
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .collect(
                        toMap(
                            row -> new TopicPartition(row.getString(0), row.getInteger(1)),
                            row -> new TopicEnds.End(row.getString(2), row.getLong(3)),
                            (one, other) -> one,
                            HashMap::new)));
  }

  private static <T> Uni<T> onWorker(Callable<T> asked) {
    return Uni.createFrom()
        .item(Unchecked.supplier(asked::call))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** What was kept, and which topics there are. */
  record Drawn(Map<TopicPartition, TopicEnds.End> ends, Map<String, String> topicIds) {
    /** Whether the border is above it: it lay there before. */
    boolean isAbove(ConsumerRecord<?, ?> record) {
      var end = ends.get(place(record));
      return end != null
          && record.offset() < end.offset()
          && end.topicId().equals(topicIds.get(record.topic()));
    }
  }
}
