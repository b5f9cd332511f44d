package no.samsnakk.platform.audittrail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Leaves traces (R6). An act that changes something appends {@link #record} in its own transaction;
 * what changes nothing (a view, a refusal) is {@link #write written} before it is answered.
 */
@ApplicationScoped
public class AuditTrail {
  /** They say how she gets what she asked for: another answer would leave her standing. */
  private static final Set<RefusalCode> LEADS_ON =
      Set.of(RefusalCode.FRESH_LOGIN_REQUIRED, RefusalCode.LEVEL_TOO_LOW);

  private final Pool pool;
  private final Outbox outbox;
  private final Clock clock;
  private final RefusalTally tally;
  private final TraceBudget budget;

  AuditTrail(Pool pool, Outbox outbox, Clock clock, RefusalTally tally, TraceBudget budget) {
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
    this.tally = tally;
    this.budget = budget;
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

  /**
   * Writes that somebody was refused something, and spends one of what she has left.
   *
   * @return what to answer: the refusal's own reason, or {@code too-many-requests} once nothing was
   *     left, but for a reason that leads her on; what is answered then is told in the log once,
   *     without its room, and counted after that
   */
  public Uni<RefusalCode> refused(UUID agentId, Refusal refusal) {
    var reason = refusal.reason();
    if (budget.spend(agentId)) {
      return tally.written(refused(agentId, refusal.roomId(), reason)).replaceWith(reason);
    }
    var answered = LEADS_ON.contains(reason) ? reason : RefusalCode.TOO_MANY_REQUESTS;
    return tally.counted(refused(agentId, null, answered)).replaceWith(answered);
  }

  /** The same where the answer is given already; there are few such codes, and no rooms. */
  public Uni<Void> refused(UUID agentId, @Nullable UUID roomId, String code) {
    var refused = Refused.once(agentId, roomId, code, clock.instant());
    return budget.spend(agentId) ? tally.written(refused) : tally.counted(refused);
  }

  private Refused refused(UUID agentId, @Nullable UUID roomId, RefusalCode reason) {
    return Refused.once(agentId, roomId, reason.code(), clock.instant());
  }
}
