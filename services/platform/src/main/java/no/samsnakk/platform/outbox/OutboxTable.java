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
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The outbox's tables as the leader sees them, through the connection that makes it the leader. */
final class OutboxTable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Many days are read through once. */
  private static final Duration PATIENCE_FOR_ALL = Duration.ofMinutes(15);

  /** By single look-ups: the kept rows before them are never read through. */
  private static final String LOWEST =
      """
      select l.id, o.event_id, o.topic, o.key, o.payload, o.traceparent, o.seal
      from (select id from outbox_unsent order by id limit $1) l
      cross join lateral (
        select event_id, topic, key, payload, traceparent, seal
        from outbox where id = l.id limit 1) o
      order by l.id""";

  private static final String SENT = "delete from outbox_unsent where id = any($1)";

  /**
   * Of the oldest only, so that a look costs the same however much is kept. That one was refused is
   * forgotten with it.
   */
  private static final String PURGE =
      """
      with purged as (
        delete from outbox where id in (
          select id from (select id, created_at from outbox order by id limit $1) oldest
          where created_at < $2 and not exists (select from outbox_unsent u where u.id = oldest.id))
        returning id),
      forgotten as (delete from outbox_refused r using purged p where r.id = p.id)
      select id from purged
      """;

  private static final String TOPICS = "select topic, topic_id from outbox_topic";
  private static final String REMEMBER =
      """
      insert into outbox_topic (topic, topic_id) values ($1, $2)
      on conflict (topic) do update set topic_id = excluded.topic_id""";
  private static final String PUT_BACK =
      """
      insert into outbox_unsent (id)
      select id from outbox o
      where topic = $1 and not exists (select from outbox_refused r where r.id = o.id)
      on conflict do nothing""";
  private static final String REFUSE =
      """
      with refused as (
        insert into outbox_refused (id, why) select * from unnest($1::bigint[], $2::text[])
        on conflict do nothing)
      delete from outbox_unsent where id = any($1)""";
  private static final String SEALING_DUE = "select from outbox_seal_due";
  private static final String UNSEALED =
      """
      select id, event_id, topic, key, payload, traceparent, seal from outbox
      where id > $1 and seal is null order by id limit $2""";
  private static final String SEAL =
      """
      update outbox o set seal = s.seal from unnest($1::bigint[], $2::text[]) s (id, seal)
      where o.id = s.id""";
  private static final String SEALING_DONE = "delete from outbox_seal_due";

  private final SqlConnection connection;

  OutboxTable(SqlConnection connection) {
    this.connection = connection;
  }

  /** What is to be sent next. */
  List<StoredRecord> lowest(int most)
      throws InterruptedException, ExecutionException, TimeoutException {
    return records(execute(LOWEST, Tuple.of(most)));
  }

  /** Kafka has them. */
  void sent(List<ProvenRecord> records)
      throws InterruptedException, ExecutionException, TimeoutException {
    execute(SENT, Tuple.of(ids(records.stream().map(ProvenRecord::row))));
  }

  /** Kafka is not to have them, now or ever. */
  void refuse(List<RefusedRecord> records)
      throws InterruptedException, ExecutionException, TimeoutException {
    var ids = records.stream().map(RefusedRecord::id).toArray(Long[]::new);
    var why = records.stream().map(RefusedRecord::why).toArray(String[]::new);
    execute(REFUSE, Tuple.tuple().addArrayOfLong(ids).addArrayOfString(why));
  }

  /** Whether rows of the version before are still to be sealed. */
  boolean isSealingDue() throws InterruptedException, ExecutionException, TimeoutException {
    return execute(SEALING_DUE, Tuple.tuple()).rowCount() > 0;
  }

  /** The next rows without a seal; sent ones too, which may be put back. */
  List<StoredRecord> unsealed(long after, int most)
      throws InterruptedException, ExecutionException, TimeoutException {
    return records(patiently(() -> run(UNSEALED, Tuple.of(after, most))));
  }

  /** Writes their seals into them. */
  void seal(List<StoredRecord> rows, List<String> seals)
      throws InterruptedException, ExecutionException, TimeoutException {
    var parameters =
        Tuple.tuple()
            .addArrayOfLong(ids(rows.stream()))
            .addArrayOfString(seals.toArray(String[]::new));
    execute(SEAL, parameters);
  }

  /** No row will ever be sealed again after it was appended. */
  void sealingDone() throws InterruptedException, ExecutionException, TimeoutException {
    execute(SEALING_DONE, Tuple.tuple());
  }

  private static List<StoredRecord> records(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map((Row row) -> StoredRecord.of(row))
        .toList();
  }

  private static Long[] ids(Stream<StoredRecord> records) {
    return records.map(StoredRecord::id).toArray(Long[]::new);
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
    patiently(
        () -> run(PUT_BACK, Tuple.of(topic)).compose(put -> run(REMEMBER, Tuple.of(topic, id))));
  }

  /** In a transaction of its own that may take its time. */
  private <T> T patiently(Supplier<Future<T>> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    var done =
        connection
            .begin()
            .compose(
                tx ->
                    connection
                        .query("set local statement_timeout = 0")
                        .execute()
                        .compose(set -> work.get())
                        .compose(result -> tx.commit().map(result)));
    return await(done, PATIENCE_FOR_ALL);
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
