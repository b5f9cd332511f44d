package no.samsnakk.platform.audittrail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import org.jspecify.annotations.Nullable;

/**
 * Leaves traces (R6). An act that changes something appends {@link #record} in its own transaction;
 * what changes nothing (a view, a refusal) is {@link #write written} before it is answered.
 */
@ApplicationScoped
public class AuditTrail {
  private final Pool pool;
  private final Outbox outbox;
  private final Clock clock;

  AuditTrail(Pool pool, Outbox outbox, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The entry as an outbox record, keyed by the room or else by the agent. */
  public static OutboxRecord record(AuditRecorded entry) {
    var key = entry.roomId() == null ? entry.agentId() : entry.roomId();
    return OutboxRecord.of(entry.entryId(), Topics.AUDIT, key, entry);
  }

  /** Writes entries in a statement of their own; complete only when they are committed. */
  public Uni<Void> write(AuditRecorded... entries) {
    return outbox.append(pool, List.of(entries).stream().map(AuditTrail::record).toList());
  }

  /** Writes that somebody was refused something. */
  public Uni<Void> refused(UUID agentId, @Nullable UUID roomId, String code) {
    return write(AuditRecorded.refused(Ids.next(), clock.instant(), agentId, roomId, code));
  }
}
