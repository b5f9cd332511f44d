package no.samsnakk.messaging.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.messaging.batch.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;

/**
 * Tells how far views went: in the window that counts them, or by an entry of their own where there
 * is none, or it has been told already (R6).
 */
@ApplicationScoped
class ViewEnds {
  private final ViewStatements statements;
  private final Outbox outbox;

  ViewEnds(ViewStatements statements, Outbox outbox) {
    this.statements = statements;
    this.outbox = outbox;
  }

  /** Writes it in the transaction that has closed them. */
  Future<?> tell(SqlConnection tx, List<Interval> ended, Instant at) {
    var counted = ended.stream().filter(view -> view.windowId() != null).toList();
    return statements
        .widen(tx, counted, at)
        .compose(widened -> Append.to(outbox, tx, entries(ended, widened)));
  }

  private static List<OutboxRecord> entries(List<Interval> ended, Set<UUID> widened) {
    return ended.stream()
        .filter(view -> view.windowId() == null || !widened.contains(view.windowId()))
        .map(ViewEntries::ended)
        .toList();
  }
}
