package no.samsnakk.messaging.view;

import static no.samsnakk.messaging.log.MessagingLog.LOG;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import no.samsnakk.messaging.batch.Append;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.batch.Transaction;
import no.samsnakk.platform.outbox.Outbox;

/**
 * Tells of counted views that are still open when their window has been told: from then on each
 * stands in the log for itself, as one that was never counted. What it had brought so far lies
 * inside the window's range; what comes lies inside its own (R6).
 */
@ApplicationScoped
class Outlasting {
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final String TAKE_OUT =
      """
      with outlasting as (
        select v.room_id, v.view_id from view_interval v
        where v.closed_at is null and v.window_id is not null and not exists (
          select from viewing w where w.agent_id = v.person_id and w.room_id = v.room_id
            and w.action = 'MESSAGES_VIEWED' and w.entry_id = v.window_id)
        limit 1000 for update skip locked)
      update view_interval v set window_id = null
      from outlasting o where v.room_id = o.room_id and v.view_id = o.view_id
      returning %s"""
          .formatted(Interval.COLUMNS);

  private final Vertx vertx;
  private final Pool pool;
  private final Outbox outbox;

  Outlasting(Vertx vertx, Pool pool, Outbox outbox) {
    this.vertx = vertx;
    this.pool = pool;
    this.outbox = outbox;
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(EVERY.toMillis(), timer -> tell());
  }

  Future<Integer> tell() {
    return Transaction.run(pool, Scope.VIEWS, this::tell)
        .onFailure(failure -> LOG.closingsFailed(0, failure.getClass().getSimpleName()));
  }

  private Future<Integer> tell(SqlConnection tx) {
    return tx.query(TAKE_OUT)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false))
        .map(rows -> rows.map(row -> ViewEntries.told(Interval.of(row, null))).toList())
        .compose(
            entries ->
                Transaction.commit(tx, List.of(Append.to(outbox, tx, entries)))
                    .map(entries.size()));
  }
}
