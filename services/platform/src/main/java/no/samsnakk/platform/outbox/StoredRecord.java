package no.samsnakk.platform.outbox;

import io.vertx.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
record StoredRecord(
    long id, UUID eventId, String topic, String key, String payload, @Nullable String traceparent) {
  static StoredRecord of(Row row) {
    return new StoredRecord(
        row.getLong("id"),
        row.getUUID("event_id"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("payload"),
        row.getString("traceparent"));
  }
}
