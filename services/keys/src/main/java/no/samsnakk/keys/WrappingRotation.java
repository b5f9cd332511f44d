package no.samsnakk.keys;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Changes the key that wraps the rooms' keys, while people write.
 *
 * <pre>
 *   turn:  make the key ─▶ write down its name ─▶ wrap with it from now on ─▶ wrap all rooms anew
 *   drop:  wrap anew what is left ─▶ strike out the old names ─▶ drop the old keys
 * </pre>
 *
 * <p>Wherever it stops it can be begun again. The rooms' own keys stay as they are, so no instance
 * has to let go of anything. An old name cannot be struck out while a room hangs on it, and after
 * it nobody can wrap a room with that key: PostgreSQL refuses both. Who turns or drops does it
 * alone, of all instances ({@link WrappingTurn}).
 */
@ApplicationScoped
public class WrappingRotation {
  private static final String NAME = "insert into wrapping_key (name) values ($1)";
  private static final String STRIKE_OUT = "delete from wrapping_key where name <> $1";
  private static final String LEFT =
      """
      select room_id, keyset from room_key
      where erased_at is null and wrapped_by is distinct from $1
      order by room_id limit 100 for update""";
  private static final String WRAP =
      """
      update room_key k set keyset = w.keyset, wrapped_by = $3
      from unnest($1::uuid[], $2::bytea[]) w(room_id, keyset) where k.room_id = w.room_id""";

  private final WrappingTurn turns;
  private final Pool pool;
  private final KeyWrapping wrapping;
  private final KeyEntries entries;
  private final Outbox outbox;

  WrappingRotation(
      WrappingTurn turns, Pool pool, KeyWrapping wrapping, KeyEntries entries, Outbox outbox) {
    this.turns = turns;
    this.pool = pool;
    this.wrapping = wrapping;
    this.entries = entries;
    this.outbox = outbox;
  }

  /** Makes a new key and wraps all rooms' keys with it; how many it were. */
  public Future<Integer> turn() {
    return turns.alone(
        () ->
            wrapping
                .next()
                .compose(
                    name ->
                        written(AuditAction.WRAPPING_KEY_ROTATED, NAME, name)
                            .compose(done -> wrapping.turnTo(name)))
                .compose(turned -> wrapLeft()));
  }

  /** Drops all keys but the one that wraps now; how many rooms had to be wrapped anew before. */
  public Future<Integer> dropOld() {
    return turns.alone(
        () -> wrapping.lookAgain().compose(looked -> dropAllBut(wrapping.current())));
  }

  private Future<Integer> dropAllBut(String name) {
    return wrapLeft()
        .compose(
            rooms ->
                written(AuditAction.WRAPPING_KEYS_DROPPED, STRIKE_OUT, name)
                    .compose(done -> wrapping.keepOnly(name))
                    .map(rooms));
  }

  private Future<?> written(AuditAction action, String statement, String name) {
    return Transaction.run(
        pool,
        KeyScope.BEGIN,
        tx ->
            Transaction.commit(
                    tx,
                    List.of(
                        tx.preparedQuery(statement).execute(Tuple.of(name)),
                        Append.to(outbox, tx, List.of(entries.entry(action, null)))))
                .map(name));
  }

  private Future<Integer> wrapLeft() {
    return wrapSome()
        .compose(
            some ->
                some == 0 ? Future.succeededFuture(0) : wrapLeft().map(others -> some + others));
  }

  private Future<Integer> wrapSome() {
    return Transaction.run(
        pool,
        KeyScope.BEGIN,
        tx ->
            tx.preparedQuery(LEFT)
                .execute(Tuple.of(wrapping.current()))
                .compose(
                    rows -> Transaction.commit(tx, List.of(wrapAnew(tx, rows))).map(rows.size())));
  }

  private Future<?> wrapAnew(SqlConnection tx, RowSet<Row> rows) {
    List<UUID> ids = new ArrayList<>();
    List<Buffer> keysets = new ArrayList<>();
    String by = wrapping.current();
    try {
      for (Row row : rows) {
        var roomId = row.getUUID(0);
        var wrapped = wrapping.wrap(roomId, wrapping.unwrap(roomId, row.getBuffer(1).getBytes()));
        ids.add(roomId);
        keysets.add(Buffer.buffer(wrapped.keyset()));
        by = wrapped.by();
      }
    } catch (GeneralSecurityException e) {
      return Future.failedFuture(e);
    }
    return ids.isEmpty()
        ? Future.succeededFuture()
        : tx.preparedQuery(WRAP)
            .execute(
                Tuple.tuple()
                    .addArrayOfUUID(ids.toArray(UUID[]::new))
                    .addArrayOfBuffer(keysets.toArray(Buffer[]::new))
                    .addString(by));
  }
}
