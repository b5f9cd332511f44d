package no.samsnakk.keys;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Erases a room by destroying its key: its texts lie on as bytes that nobody can open, in the
 * database, in Kafka and in every backup. Only of a room that nobody can write in any more. The
 * instances let go of the key within a second ({@code KeyChangePoller}); the log stays as it is.
 */
@ApplicationScoped
public class KeyErasure {
  /** Whoever begins to write has to wait, and whoever is writing is waited for. */
  private static final String LOCK = "select from conversation where room_id = $1 for update";

  private static final String WRITERS =
      """
      select a.may_write from rooms.access_v1 a where a.room_id = $1 for share of a""";
  private static final String ERASE =
      """
      update room_key
      set keyset = null, wrapped_by = null, version = version + 1, changed_at = now(),
        erased_at = now()
      where room_id = $1 and erased_at is null""";

  private final Pool pool;
  private final KeyEntries entries;
  private final Outbox outbox;

  KeyErasure(Pool pool, KeyEntries entries, Outbox outbox) {
    this.pool = pool;
    this.entries = entries;
    this.outbox = outbox;
  }

  /** What came of it. */
  public enum Erased {
    /** The key is destroyed. */
    ERASED,
    /** There is nothing to destroy: nobody has written there, or it has been destroyed before. */
    NO_KEY,
    /** Somebody may still write there. */
    STILL_OPEN
  }

  public Future<Erased> erase(UUID roomId) {
    return Transaction.run(
        pool,
        KeyScope.BEGIN,
        tx -> {
          var locked = tx.preparedQuery(LOCK).execute(Tuple.of(roomId));
          var writers = tx.preparedQuery(WRITERS).execute(Tuple.of(roomId));
          return Future.all(locked, writers)
              .compose(
                  both ->
                      anybodyWrites(writers.result())
                          ? Transaction.commit(tx, List.of()).map(Erased.STILL_OPEN)
                          : destroy(tx, roomId));
        });
  }

  private static boolean anybodyWrites(RowSet<Row> writers) {
    for (Row row : writers) {
      if (row.getBoolean(0)) {
        return true;
      }
    }
    return false;
  }

  private Future<Erased> destroy(SqlConnection tx, UUID roomId) {
    return tx.preparedQuery(ERASE)
        .execute(Tuple.of(roomId))
        .compose(
            rows -> {
              if (rows.rowCount() == 0) {
                return Transaction.commit(tx, List.of()).map(Erased.NO_KEY);
              }
              var entry = entries.entry(AuditAction.ROOM_ERASED, roomId);
              return Transaction.commit(tx, List.of(Append.to(outbox, tx, List.of(entry))))
                  .map(Erased.ERASED);
            });
  }
}
