package no.samsnakk.platform.outbox;

import static no.samsnakk.platform.log.PlatformLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.log.Warnings;
import no.samsnakk.platform.settings.ServiceName;

/**
 * Tells what the service has appended from what somebody else has written into its tables, and sets
 * aside what is too large to be sent. Each row that is refused is kept where it lies, and the
 * operator is warned.
 */
@Startup
@ApplicationScoped
class Proof {
  private final EventSealer sealer;
  private final String schema;
  private final Warnings warnings;
  private final Warnings oversized;

  Proof(EventSealer sealer, @ServiceName String schema, MeterRegistry metrics) {
    this.sealer = sealer;
    this.schema = schema;
    this.warnings = new Warnings(metrics.counter("samsnakk." + schema + ".outbox.refused"));
    this.oversized = new Warnings(metrics.counter("samsnakk." + schema + ".outbox.oversized"));
  }

  /** Those that may be sent, in their order; of the others the table says from now on why not. */
  List<ProvenRecord> of(List<StoredRecord> rows, OutboxTable table)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<ProvenRecord> proven = new ArrayList<>();
    List<RefusedRecord> others = new ArrayList<>();
    for (var row : rows) {
      var seal = row.seal();
      if (seal == null) {
        others.add(new RefusedRecord(row.id(), "no seal"));
      } else {
        sealer
            .proven(row.event(), seal)
            .ifPresentOrElse(
                good -> proven.add(new ProvenRecord(row, good)),
                () -> others.add(new RefusedRecord(row.id(), "not its seal")));
      }
    }
    if (!others.isEmpty()) {
      table.refuse(others);
      others.forEach(this::tell);
    }
    return proven;
  }

  /** What is never sent would otherwise hold up all that is told after it. */
  void setAside(List<ProvenRecord> tooLarge, OutboxTable table)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tooLarge.isEmpty()) {
      return;
    }
    var ids = tooLarge.stream().map(record -> record.row().id()).toList();
    table.refuse(ids.stream().map(id -> new RefusedRecord(id, "too large")).toList());
    ids.forEach(id -> oversized.tell(since -> LOG.outboxOversized(since, schema, id)));
  }

  private void tell(RefusedRecord other) {
    warnings.tell(since -> LOG.outboxRefused(since, schema, other.id(), other.why()));
  }
}
