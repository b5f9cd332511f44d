package no.samsnakk.audit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/**
 * An entry, and whose word it is.
 *
 * @param teller the service that sealed it; none of what was told before that was kept, and of what
 *     is believed without a seal
 * @param raw what was told, where it says more than the entry
 * @param content SHA-256 of what it says, whoever says it and wherever it stands
 */
public record Told(
    @Nullable String teller, AuditRecorded entry, @Nullable Raw raw, Buffer content) {

  public Told(@Nullable String teller, AuditRecorded entry) {
    this(teller, entry, null);
  }

  /** An entry that says less than what was told. */
  public Told(@Nullable String teller, AuditRecorded entry, @Nullable Raw raw) {
    this(teller, entry, raw, content(entry));
  }

  /**
   * A record that cannot be read, kept as it is. Its id is made of it, so that a repeat is known.
   *
   * @param at when it says that it was told; the epoch where it does not say so
   */
  public static Told unread(@Nullable String teller, Raw raw, Instant at) {
    var id = Buffer.buffer(ChainedEntry.sha256((raw.topic() + '\n' + raw.value()).getBytes(UTF_8)));
    var entry =
        AuditRecorded.act(
                // The form of a UUID that somebody has made as he likes (RFC 9562, version 8).
                new UUID(
                    id.getLong(0) & ~0xF000L | 0x8000L,
                    id.getLong(Long.BYTES) & ~(3L << 62) | 2L << 62),
                at,
                AuditAction.NOT_YET_KNOWN,
                AuditRecorded.OPERATOR)
            .build();
    return new Told(teller, entry, raw);
  }

  /** Whether it is a record that could not be read. */
  boolean isUnread() {
    return entry.action() == AuditAction.NOT_YET_KNOWN;
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
