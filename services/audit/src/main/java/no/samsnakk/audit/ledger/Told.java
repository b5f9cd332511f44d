package no.samsnakk.audit.ledger;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/**
 * An entry, and whose word it is.
 *
 * @param teller the service that sealed it; none of what was told before that was kept, and of what
 *     is believed without a seal
 * @param content SHA-256 of what it says, whoever says it and wherever it stands
 */
public record Told(@Nullable String teller, AuditRecorded entry, Buffer content) {

  public Told(@Nullable String teller, AuditRecorded entry) {
    this(teller, entry, content(entry));
  }

  private static Buffer content(AuditRecorded entry) {
    return Buffer.buffer(ChainedEntry.sha256(Canonical.bytes(0, Instant.EPOCH, null, entry)));
  }

  /** An id belongs to its teller: another's entry with the same one is another entry. */
  Id id() {
    return new Id(teller, entry.entryId());
  }

  record Id(@Nullable String teller, UUID entryId) {}
}
