package no.samsnakk.audit.ledger;

import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/**
 * An entry, and whose word it is.
 *
 * @param teller the service that sealed it; none of what was told before that was kept, and of what
 *     is believed without a seal
 */
public record Told(@Nullable String teller, AuditRecorded entry) {

  /** An id belongs to its teller: another's entry with the same one is another entry. */
  Id id() {
    return new Id(teller, entry.entryId());
  }

  record Id(@Nullable String teller, UUID entryId) {}
}
