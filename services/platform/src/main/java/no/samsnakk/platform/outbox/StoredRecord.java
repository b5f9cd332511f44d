package no.samsnakk.platform.outbox;

import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
record StoredRecord(
    long id, String topic, String key, String payload, @Nullable String traceparent) {
  static StoredRecord of(Row row) {
    return new StoredRecord(
        row.getLong("id"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("payload"),
        row.getString("traceparent"));
  }
}
