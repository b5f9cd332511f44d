package no.samsnakk.platform.outbox;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/** The outbox's tables as the leader sees them, through the connection that makes it the leader. */
final class OutboxTable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Many days are read through once. */
  private static final Duration PATIENCE_PUTTING_BACK = Duration.ofMinutes(15);

  /** By single look-ups: the kept rows before them are never read through. */
  private static final String LOWEST =
      """
      select l.id, o.event_id, o.topic, o.key, o.payload, o.traceparent
      from (select id from outbox_unsent order by id limit $1) l
      cross join lateral (
        select event_id, topic, key, payload, traceparent from outbox where id = l.id limit 1) o
      order by l.id""";

  private static final String SENT = "delete from outbox_unsent where id = any($1)";

  /** Of the oldest only, so that a look costs the same however much is kept. */
  private static final String PURGE =
      """
      delete from outbox where id in (
        select id from (select id, created_at from outbox order by id limit $1) oldest
        where created_at < $2 and not exists (select from outbox_unsent u where u.id = oldest.id))
      """;

  private static final String TOPICS = "select topic, topic_id from outbox_topic";
  private static final String REMEMBER =
      """
      insert into outbox_topic (topic, topic_id) values ($1, $2)
      on conflict (topic) do update set topic_id = excluded.topic_id""";
  private static final String PUT_BACK =
      """
      insert into outbox_unsent (id) select id from outbox where topic = $1
      on conflict do nothing""";

  private final SqlConnection connection;

  OutboxTable(SqlConnection connection) {
    this.connection = connection;
  }

  /** What is to be sent next. */
  List<StoredRecord> lowest(int most)
      throws InterruptedException, ExecutionException, TimeoutException {
    var rows = execute(LOWEST, Tuple.of(most));
    return StreamSupport.stream(rows.spliterator(), false)
        .map((Row row) -> StoredRecord.of(row))
        .toList();
  }

  /** Kafka has them. */
  void sent(List<StoredRecord> records)
      throws InterruptedException, ExecutionException, TimeoutException {
    execute(SENT, Tuple.of(records.stream().map(StoredRecord::id).toArray(Long[]::new)));
  }

  /**
   * Deletes what was sent and is older.
   *
   * @return whether there may be more
   */
  boolean purge(OffsetDateTime older, int most)
      throws InterruptedException, ExecutionException, TimeoutException {
    return execute(PURGE, Tuple.of(most, older)).rowCount() == most;
  }

  /** The ids of the topics that were sent to, by name. */
  Map<String, String> topics() throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, String> ids = new HashMap<>();
    execute(TOPICS, Tuple.tuple()).forEach(row -> ids.put(row.getString(0), row.getString(1)));
    return ids;
  }

  /** This topic is being sent to for the first time. */
  void remember(String topic, String id)
      throws InterruptedException, ExecutionException, TimeoutException {
    execute(REMEMBER, Tuple.of(topic, id));
  }

  /** This topic is another one than it was: everything that is kept is to be sent again. */
  void putBack(String topic, String id)
      throws InterruptedException, ExecutionException, TimeoutException {
    var done =
        connection
            .begin()
            .compose(
                tx ->
                    connection
                        .query("set local statement_timeout = 0")
                        .execute()
                        .compose(set -> run(PUT_BACK, Tuple.of(topic)))
                        .compose(put -> run(REMEMBER, Tuple.of(topic, id)))
                        .compose(kept -> tx.commit()));
    await(done, PATIENCE_PUTTING_BACK);
  }

  private RowSet<Row> execute(String statement, Tuple parameters)
      throws InterruptedException, ExecutionException, TimeoutException {
    return await(run(statement, parameters), PATIENCE);
  }

  private Future<RowSet<Row>> run(String statement, Tuple parameters) {
    return connection.preparedQuery(statement).execute(parameters);
  }

  private static <T> T await(Future<T> future, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
