package no.samsnakk.platform.audittrail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;

/** Exchanges counts whose window is over for the entries that tell of them. */
final class OverWindows {
  /** How many windows one transaction closes. */
  static final int CLOSED_TOGETHER = 500;

  private OverWindows() {}

  /**
   * Takes some counts out and appends what tells of them, both or neither.
   *
   * @param take deletes at most $2 that began at $1 or earlier, and returns them
   * @return whether there may be more
   */
  static Uni<Boolean> close(
      Pool pool,
      Outbox outbox,
      String take,
      Instant over,
      Function<Row, Stream<OutboxRecord>> told) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(take)
                .execute(Tuple.of(over.atOffset(ZoneOffset.UTC), CLOSED_TOGETHER))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(rows -> outbox.append(transaction, rows.stream().flatMap(told).toList()))
                .map(rows -> rows.size() == CLOSED_TOGETHER));
  }
}
