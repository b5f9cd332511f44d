package no.samsnakk.messaging.batch;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;

/** Appends to the outbox through the plain client, without waiting for the statement before. */
public final class Append {
  private Append() {}

  /** Appends in the transaction that {@code client} carries, or on its own through a pool. */
  public static Future<?> to(Outbox outbox, SqlClient client, List<OutboxRecord> records) {
    return records.isEmpty()
        ? Future.succeededFuture()
        : client.preparedQuery(Outbox.APPEND).execute(outbox.parameters(records).getDelegate());
  }
}
