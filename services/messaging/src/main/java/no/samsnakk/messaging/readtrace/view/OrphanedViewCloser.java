package no.samsnakk.messaging.readtrace.view;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Closes in the log the views of instances that are gone (R6). How far they went nobody knows any
 * more; not further than the room has come, so that is what the log says.
 */
@ApplicationScoped
class OrphanedViewCloser {
  private static final Duration EVERY = Duration.ofSeconds(15);

  /** What a row says that somebody has spoiled is brought into bounds: it holds up no other. */
  private static final String CLOSE =
      """
      with found as (
        select v.room_id, v.view_id from view_interval v
        where v.closed_at is null and not exists (
          select from instance i
          where i.instance_id = v.instance_id and i.seen_at > now() - make_interval(secs => $2))
        limit 1000 for update skip locked)
      update view_interval v set closed_at = $1, found_open = true,
        to_seq = greatest(greatest(v.from_seq, 1) - 1,
          coalesce((select c.last_seq from conversation c where c.room_id = v.room_id), 0))
      from found f where v.room_id = f.room_id and v.view_id = f.view_id
      returning v.room_id, v.view_id, v.person_id, v.organisation_id,
        greatest(least(v.opened_at, $1), $1::timestamptz - interval '10 years'),
        least(greatest(v.from_seq, 1), 9007199254740991), least(v.to_seq, 9007199254740991)""";

  /** An instance without views left open has nothing more to tell. */
  private static final String FORGET =
      """
      delete from instance i where i.seen_at < now() - interval '1 hour'
      and not exists (select from view_interval v
        where v.instance_id = i.instance_id and v.closed_at is null)""";

  private final Vertx vertx;
  private final Pool pool;
  private final Outbox outbox;
  private final Clock clock;

  OrphanedViewCloser(Vertx vertx, Pool pool, Outbox outbox, Clock clock) {
    this.vertx = vertx;
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    close();
    vertx.setPeriodic(EVERY.toMillis(), timer -> close());
  }

  Future<Integer> close() {
    return Transaction.run(pool, Scope.VIEWS, this::close)
        .onSuccess(OrphanedViewCloser::report)
        .onFailure(failure -> LOG.foundOpenFailed(failure.getClass().getSimpleName()));
  }

  private Future<Integer> close(SqlConnection tx) {
    var now = clock.instant();
    var at = now.atOffset(ZoneOffset.UTC);
    return tx.preparedQuery(CLOSE)
        .execute(Tuple.of(at, (double) Lease.GONE.toSeconds()))
        .compose(
            rows -> {
              List<OutboxRecord> entries =
                  StreamSupport.stream(rows.spliterator(), false)
                      .map(row -> entry(row, now))
                      .toList();
              var appended = Append.to(outbox, tx, entries);
              var forgotten = tx.query(FORGET).execute();
              return Transaction.commit(tx, List.of(appended, forgotten)).map(entries.size());
            });
  }

  private static OutboxRecord entry(Row row, Instant until) {
    return ViewEntries.entry(
        row.getUUID(2),
        row.getUUID(3),
        row.getUUID(0),
        row.getUUID(1),
        row.get(OffsetDateTime.class, 4).toInstant(),
        row.getLong(5),
        row.getLong(6),
        until);
  }

  private static void report(int views) {
    if (views > 0) {
      LOG.foundOpen(views);
    }
  }
}
