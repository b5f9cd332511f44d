package no.samsnakk.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.OutboxRecord;
import org.jspecify.annotations.Nullable;

/** The log's entries about keys (R6): whoever runs Samsnakk did it. */
@ApplicationScoped
class KeyEntries {
  private final Clock clock;

  KeyEntries(Clock clock) {
    this.clock = clock;
  }

  OutboxRecord entry(AuditAction action, @Nullable UUID roomId) {
    return AuditTrail.record(
        AuditRecorded.success(Ids.next(), clock.instant(), action, AuditRecorded.OPERATOR, roomId));
  }
}
