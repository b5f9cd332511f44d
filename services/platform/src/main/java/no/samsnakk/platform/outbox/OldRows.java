package no.samsnakk.platform.outbox;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceName;

/**
 * Seals what the version before has appended, which sealed nothing until it sent it: once in a
 * schema's life, by the first leader, before it sends anything.
 *
 * <pre>
 *   schema made by this version ─────────▶ nothing is due
 *   schema from before ──migration──▶ due ──a leader whose operator says so──▶ all sealed, not due
 *                                      └──any other leader──▶ nothing is sent, the operator is told
 * </pre>
 *
 * <p>That it is due says the database, and whoever administers it can say so at any time, beside
 * rows that he has written himself. So the operator has to say it too, where no statement reaches.
 * A leader that ends half-way leaves it due, and the next goes on.
 */
@Startup
@ApplicationScoped
class OldRows {
  private final EventSealer sealer;
  private final OutboxConfig config;
  private final String schema;
  private final Warnings warnings;

  OldRows(
      EventSealer sealer, OutboxConfig config, @ServiceName String schema, MeterRegistry metrics) {
    this.sealer = sealer;
    this.config = config;
    this.schema = schema;
    this.warnings = new Warnings(metrics.counter("samsnakk." + schema + ".outbox.held"));
  }

  /** Whether none is left that is still to be sealed; only then may anything be sent. */
  boolean areSealed(OutboxTable table)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!table.isSealingDue()) {
      return true;
    }
    if (!config.sealOld()) {
      warnings.tell(since -> LOG.outboxOldRows(schema));
      return false;
    }
    LOG.outboxSealed(seal(table), schema);
    table.sealingDone();
    return true;
  }

  private long seal(OutboxTable table)
      throws InterruptedException, ExecutionException, TimeoutException {
    long sealed = 0;
    long last = Long.MIN_VALUE;
    while (true) {
      var rows = table.unsealed(last, config.batch());
      if (rows.isEmpty()) {
        return sealed;
      }
      table.seal(rows, sealsOf(rows));
      sealed += rows.size();
      last = rows.getLast().id();
    }
  }

  private List<String> sealsOf(List<StoredRecord> rows) {
    return rows.stream().map(row -> sealer.header(row.event())).toList();
  }
}
