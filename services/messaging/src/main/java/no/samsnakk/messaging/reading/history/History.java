package no.samsnakk.messaging.reading.history;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.messaging.reading.access.Right;
import no.samsnakk.messaging.reading.entry.EntryReader;
import no.samsnakk.messaging.reading.entry.RoomsRead;
import no.samsnakk.messaging.readtrace.view.ViewEntries;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of a room at one moment, and writes it to the log as a view that is over at once,
 * before anybody gets it (R6).
 */
@ApplicationScoped
class History {
  private static final String VIEWED =
      """
      insert into view_interval (room_id, view_id, person_id, organisation_id, instance_id,
        from_seq, to_seq, opened_at, closed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8)""";

  private final Pool pool;
  private final RoomKeys keys;
  private final EntryReader reader;
  private final Outbox outbox;
  private final Lease lease;
  private final Clock clock;

  History(Pool pool, RoomKeys keys, EntryReader reader, Outbox outbox, Lease lease, Clock clock) {
    this.pool = pool;
    this.keys = keys;
    this.reader = reader;
    this.outbox = outbox;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * The newest {@code limit} messages before {@code before}, with what hangs on them.
   *
   * @return fails with {@link Refusal}: {@code room-unknown}, {@code room-erased}, {@code
   *     log-unavailable}, {@code temporarily-unavailable}
   */
  Future<MessagePage> page(UUID personId, UUID roomId, long before, int limit) {
    return keys.transaction(
            pool,
            Scope.of(personId),
            tx ->
                reader
                    .page(tx, personId, roomId, before, limit)
                    .compose(read -> write(tx, personId, roomId, shown(personId, roomId, read))))
        .recover(failure -> Future.failedFuture(refusal(failure)));
  }

  /**
   * What may be shown, and on whose behalf it is looked at.
   *
   * @param ascending the page
   */
  private record Shown(Right right, List<Entry> ascending) {}

  private static Shown shown(UUID personId, UUID roomId, RoomsRead read) {
    var right = read.access(roomId).rights().get(personId);
    if (right == null || !right.mayRead()) {
      throw new Refusal(RefusalCode.ROOM_UNKNOWN, roomId);
    }
    return switch (read.openness(roomId)) {
      case ERASED -> throw new Refusal(RefusalCode.ROOM_ERASED, roomId);
      case LOCKED -> throw new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE);
      case OPEN -> new Shown(right, read.opened(roomId, personId));
    };
  }

  private Future<MessagePage> write(SqlConnection tx, UUID personId, UUID roomId, Shown shown) {
    var now = clock.instant();
    var viewId = Ids.next();
    var by = shown.right().organisationId();
    var items = shown.ascending();
    @Nullable Long from = items.isEmpty() ? null : items.getFirst().envelope().seq();
    @Nullable Long to = items.isEmpty() ? null : items.getLast().envelope().seq();
    var entry = ViewEntries.entry(personId, by, roomId, viewId, now, from, to, now);
    var at = now.atOffset(ZoneOffset.UTC);
    var row = Tuple.of(roomId, viewId, personId, by, lease.instanceId(), from, to, at);
    return Transaction.commit(
            tx,
            List.of(tx.preparedQuery(VIEWED).execute(row), Append.to(outbox, tx, List.of(entry))))
        .map(new MessagePage(items, from == null || from == 1 ? null : from))
        .recover(failure -> Future.failedFuture(new Refusal(RefusalCode.LOG_UNAVAILABLE)));
  }

  private static Throwable refusal(Throwable failure) {
    return failure instanceof Refusal ? failure : new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE);
  }
}
