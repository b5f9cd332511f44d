package no.samsnakk.notifications.reading;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** A message whose readers are known. */
public record Readable(UUID roomId, long seq, UUID senderId, long accessEpoch) {
  static Readable of(Row row) {
    return new Readable(
        row.getUUID("room_id"),
        row.getLong("seq"),
        row.getUUID("sender_id"),
        row.getLong("access_epoch"));
  }
}
