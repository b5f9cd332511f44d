package no.samsnakk.notifications.reading;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/**
 * An entry whose readers are known.
 *
 * @param wakesAll whether it wakes all of them: a message does; else those alone whom it names
 */
public record Readable(UUID roomId, long seq, UUID senderId, long accessEpoch, boolean wakesAll) {
  static Readable of(Row row) {
    return new Readable(
        row.getUUID("room_id"),
        row.getLong("seq"),
        row.getUUID("sender_id"),
        row.getLong("access_epoch"),
        row.getBoolean("wakes_all"));
  }
}
