package no.samsnakk.messaging.reading.history;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.transaction.Transaction;

/** Counts what is written in a room; opens nothing of it, and shows nothing (R6). */
@ApplicationScoped
class WrittenCount {
  private static final String COUNT =
      """
      select
        (select count(*) from entry e
          where e.room_id = a.room_id and e.kind = 'TEXT'
            and not exists (
              select from entry t
              where t.room_id = e.room_id and t.about = e.seq and t.kind = 'RETRACTION')),
        coalesce((select c.last_seq > 0 from conversation c where c.room_id = a.room_id), false)
      from rooms.access_v1 a
      where a.person_id = $1 and a.room_id = $2 and a.may_read
      limit 1""";

  private final Pool pool;

  WrittenCount(Pool pool) {
    this.pool = pool;
  }

  /**
   * Of a room that this person may read.
   *
   * @return fails with {@link Refusal}: {@code room-unknown}, {@code temporarily-unavailable}
   */
  Future<Written> of(UUID personId, UUID roomId) {
    return Transaction.run(
            pool,
            Scope.of(personId),
            tx -> {
              var counted = tx.preparedQuery(COUNT).execute(Tuple.of(personId, roomId));
              return Transaction.commit(tx, List.of(counted)).map(committed -> counted.result());
            })
        .recover(failure -> Future.failedFuture(new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE)))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new Refusal(RefusalCode.ROOM_UNKNOWN, roomId);
              }
              var row = rows.iterator().next();
              return new Written(row.getLong(0), row.getBoolean(1));
            });
  }
}
