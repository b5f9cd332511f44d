package no.samsnakk.platform.outbox;

import io.vertx.sqlclient.Row;
import java.util.UUID;
import no.samsnakk.platform.event.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox, whoever wrote it.
 *
 * @param seal missing where an older version has appended it, or somebody who is no service
 */
record StoredRecord(
    long id,
    UUID eventId,
    String topic,
    String key,
    String payload,
    @Nullable String traceparent,
    @Nullable String seal) {
  static StoredRecord of(Row row) {
    return new StoredRecord(
        row.getLong("id"),
        row.getUUID("event_id"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("payload"),
        row.getString("traceparent"),
        row.getString("seal"));
  }

  Sealed event() {
    return Sealed.of(topic, key, eventId, payload);
  }
}
