package no.samsnakk.keys;

import static no.samsnakk.keys.KeysLog.LOG;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes over what other instances have done to keys. It asks the database and the key file and
 * waits for no event: so it holds with Kafka down as well, and there is nothing that could be lost.
 */
@ApplicationScoped
public class KeyChanges {
  /** Longer than any transaction takes: what was changed before and committed after is found. */
  private static final Duration BACK = Duration.ofMinutes(1);

  private static final String ASK =
      """
      select room_id, version, erased_at is not null from room_key
      where changed_at > now() - interval '1 minute'""";

  private final Pool pool;
  private final RoomKeys keys;
  private final KeyWrapping wrapping;
  private long askedNanos = System.nanoTime();

  KeyChanges(Pool pool, RoomKeys keys, KeyWrapping wrapping) {
    this.pool = pool;
    this.keys = keys;
    this.wrapping = wrapping;
  }

  /**
   * Lets go of keys that are no longer the room's.
   *
   * @return rooms that were erased; the same ones for a minute
   */
  public Future<List<UUID>> takeOver() {
    long now = System.nanoTime();
    wrapping.lookAgain();
    return pool.query(ASK)
        .execute()
        .map(rows -> letGo(now, rows))
        .onFailure(failure -> LOG.keyChangesUnknown(failure.getClass().getSimpleName()));
  }

  private List<UUID> letGo(long now, RowSet<Row> rows) {
    if (now - askedNanos > BACK.toNanos() / 2) {
      keys.letGoOfAll();
    }
    askedNanos = now;
    List<UUID> erased = new ArrayList<>();
    for (Row row : rows) {
      keys.letGo(row.getUUID(0), row.getInteger(1));
      if (row.getBoolean(2)) {
        erased.add(row.getUUID(0));
      }
    }
    return erased;
  }
}
