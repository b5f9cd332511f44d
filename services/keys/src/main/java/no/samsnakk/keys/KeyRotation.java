package no.samsnakk.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Gives a room a new key while people write. The old one stays in the room's keyset, so that what
 * was written before still opens; what is written from now on is encrypted with the new one. Other
 * instances take it over when they meet a text that was made with it, or within a second ({@code
 * KeyChangePoller}).
 */
@ApplicationScoped
public class KeyRotation {
  private static final String READ =
      """
      select keyset from room_key where room_id = $1 and erased_at is null for update""";
  private static final String STORE =
      """
      update room_key set keyset = $2, wrapped_by = $3, version = version + 1, changed_at = now()
      where room_id = $1""";
  private static final String AFTER =
      """
      select room_id from room_key where erased_at is null and room_id > $1
      order by room_id limit 100""";
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Pool pool;
  private final KeyWrapping wrapping;
  private final KeyEntries entries;
  private final Outbox outbox;

  KeyRotation(Pool pool, KeyWrapping wrapping, KeyEntries entries, Outbox outbox) {
    this.pool = pool;
    this.wrapping = wrapping;
    this.entries = entries;
    this.outbox = outbox;
  }

  /** Rotates one room's key; false if it has none. */
  public Future<Boolean> rotate(UUID roomId) {
    return wrapping.lookAgain().compose(looked -> rotateNow(roomId));
  }

  private Future<Boolean> rotateNow(UUID roomId) {
    return Transaction.run(
        pool,
        KeyScope.BEGIN,
        tx ->
            tx.preparedQuery(READ)
                .execute(Tuple.of(roomId))
                .compose(
                    rows ->
                        rows.size() == 0
                            ? Transaction.commit(tx, List.of()).map(false)
                            : rotate(tx, roomId, rows.iterator().next())));
  }

  private Future<Boolean> rotate(SqlConnection tx, UUID roomId, Row row) {
    try {
      var keyset = wrapping.unwrap(roomId, row.getBuffer(0).getBytes());
      var wrapped = wrapping.wrap(roomId, withNewPrimary(keyset));
      var stored =
          tx.preparedQuery(STORE)
              .execute(Tuple.of(roomId, Buffer.buffer(wrapped.keyset()), wrapped.by()));
      var entry = entries.entry(AuditAction.ROOM_KEY_ROTATED, roomId);
      return Transaction.commit(tx, List.of(stored, Append.to(outbox, tx, List.of(entry))))
          .map(true);
    } catch (GeneralSecurityException e) {
      return Future.failedFuture(e);
    }
  }

  private static KeysetHandle withNewPrimary(KeysetHandle keyset) throws GeneralSecurityException {
    var fresh = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM);
    return KeysetHandle.newBuilder(keyset).addEntry(fresh.withRandomId().makePrimary()).build();
  }

  /** Rotates the keys of all rooms, one after the other; how many it were. */
  public Future<Integer> rotateAll() {
    return wrapping.lookAgain().compose(looked -> rotateAfter(BEFORE_ALL, 0));
  }

  private Future<Integer> rotateAfter(UUID last, int before) {
    return pool.preparedQuery(AFTER)
        .execute(Tuple.of(last))
        .compose(
            rows -> {
              if (rows.size() == 0) {
                return Future.succeededFuture(before);
              }
              var ids = ids(rows);
              Future<Boolean> each = Future.succeededFuture(true);
              for (UUID id : ids) {
                each = each.compose(done -> rotateNow(id));
              }
              return each.compose(done -> rotateAfter(ids.getLast(), before + ids.size()));
            });
  }

  private static List<UUID> ids(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID(0)).toList();
  }
}
