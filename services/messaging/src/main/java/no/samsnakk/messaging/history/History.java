package no.samsnakk.messaging.history;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Message;
import no.samsnakk.messaging.access.Access;
import no.samsnakk.messaging.access.Right;
import no.samsnakk.messaging.batch.Append;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.batch.Transaction;
import no.samsnakk.messaging.instance.Lease;
import no.samsnakk.messaging.message.OpenedMessages;
import no.samsnakk.messaging.message.StoredMessage;
import no.samsnakk.messaging.roomkey.RoomCiphers;
import no.samsnakk.messaging.roomkey.RoomKeys;
import no.samsnakk.messaging.view.ViewEntries;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.problem.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of a room at one moment, and writes it to the log as a view that is over at once,
 * before anybody gets it (R6).
 */
@ApplicationScoped
class History {
  private static final String ACCESS =
      """
      select room_id, person_id, organisation_id, may_read, may_write, access_epoch
      from rooms.access_v1 where room_id = $1 and person_id = $2""";

  /**
   * The right to read stands in the statement too, so that a slip in Java shows nobody anything.
   */
  static final String PAGE =
      "select "
          + StoredMessage.COLUMNS
          + """
           from message m where m.room_id = $1 and m.seq < $3
          and exists (select from rooms.access_v1 a
            where a.room_id = $1 and a.person_id = $2 and a.may_read)
          order by m.seq desc limit $4""";

  private static final String VIEWED =
      """
      insert into view_interval (room_id, view_id, person_id, organisation_id, instance_id,
        from_seq, to_seq, opened_at, closed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8)""";

  private static final RefusalCode ROOM_ERASED = new RefusalCode(410, "room-erased");

  private final Pool pool;
  private final RoomKeys keys;
  private final Outbox outbox;
  private final Lease lease;
  private final Clock clock;

  History(Pool pool, RoomKeys keys, Outbox outbox, Lease lease, Clock clock) {
    this.pool = pool;
    this.keys = keys;
    this.outbox = outbox;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * The newest {@code limit} messages before {@code before}.
   *
   * @return fails with {@link Refusal}: {@code room-unknown}, {@code room-erased}, {@code
   *     log-unavailable}, {@code temporarily-unavailable}
   */
  Future<MessagePage> page(UUID personId, UUID roomId, long before, int limit) {
    return Transaction.run(
            pool,
            Scope.of(personId),
            tx ->
                read(tx, personId, roomId, before, limit)
                    .compose(read -> write(tx, personId, roomId, read)))
        .recover(failure -> Future.failedFuture(refusal(failure)));
  }

  private record Read(Right right, List<Message> ascending) {}

  private Future<Read> read(SqlConnection tx, UUID personId, UUID roomId, long before, int limit) {
    var access = tx.preparedQuery(ACCESS).execute(Tuple.of(roomId, personId));
    var rows = tx.preparedQuery(PAGE).execute(Tuple.of(roomId, personId, before, limit));
    var ciphers = keys.of(tx, List.of(roomId));
    return Future.all(access, rows, ciphers)
        .compose(
            all -> {
              var right = right(access.result(), roomId, personId);
              var stored = StoredMessage.all(rows.result());
              return keys.fitting(tx, ciphers.result(), StoredMessage.ciphertexts(stored))
                  .map(fitting -> new Read(right, ascending(roomId, stored, fitting)));
            });
  }

  private static Right right(RowSet<Row> access, UUID roomId, UUID personId) {
    var known = Access.byRoom(access).getOrDefault(roomId, Access.NONE);
    var right = known.rights().get(personId);
    if (right == null || !right.mayRead()) {
      throw new Refusal(RefusalCode.ROOM_UNKNOWN, roomId);
    }
    return right;
  }

  private static List<Message> ascending(
      UUID roomId, List<StoredMessage> descending, RoomCiphers ciphers) {
    if (ciphers.erased().contains(roomId)) {
      throw new Refusal(ROOM_ERASED, roomId);
    }
    if (ciphers.locked().contains(roomId)) {
      throw new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
    var opened = OpenedMessages.byRoom(descending.reversed(), ciphers);
    return opened.getOrDefault(roomId, List.of());
  }

  private Future<MessagePage> write(SqlConnection tx, UUID personId, UUID roomId, Read read) {
    var now = clock.instant();
    var viewId = Ids.next();
    var by = read.right().organisationId();
    var items = read.ascending();
    @Nullable Long from = items.isEmpty() ? null : items.getFirst().seq();
    @Nullable Long to = items.isEmpty() ? null : items.getLast().seq();
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
