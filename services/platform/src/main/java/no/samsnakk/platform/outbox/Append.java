package no.samsnakk.platform.outbox;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;

/** Appends to the outbox through the plain client, without waiting for the statement before. */
public final class Append {
  private Append() {}

  /**
   * Appends in the transaction that {@code client} carries, or on its own through a pool. Fails as
   * a statement does, also where a record is none that anybody takes in.
   */
  public static Future<?> to(Outbox outbox, SqlClient client, List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return Future.succeededFuture();
    }
    try {
      var parameters = outbox.parameters(records).getDelegate();
      return client.preparedQuery(Outbox.APPEND).execute(parameters);
    } catch (IllegalArgumentException untold) {
      return Future.failedFuture(untold);
    }
  }
}
