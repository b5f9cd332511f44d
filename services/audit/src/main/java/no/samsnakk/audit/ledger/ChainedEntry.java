package no.samsnakk.audit.ledger;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/** An entry in its place: a row of the table. */
record ChainedEntry(
    long seq,
    Instant recordedAt,
    AuditRecorded entry,
    byte[] canonical,
    byte[] prevHash,
    byte[] hash) {

  static final String COLUMNS =
      "seq, entry_id, recorded_at, at, action, outcome, agent_id, agent_organisation_id, room_id,"
          + " patient_id, concerns, code, view_id, from_seq, to_seq, until, reason, canonical,"
          + " prev_hash, hash";

  static final String INSERT =
      "insert into entry ("
          + COLUMNS
          + ") values"
          + " ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20)";

  /** The entry that follows the head. */
  static ChainedEntry after(Head head, Instant recordedAt, AuditRecorded entry) {
    long seq = head.seq() + 1;
    byte[] canonical = Canonical.bytes(seq, recordedAt, entry);
    return new ChainedEntry(
        seq, recordedAt, entry, canonical, head.hash(), hash(head.hash(), canonical));
  }

  static byte[] hash(byte[] prevHash, byte[] canonical) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(prevHash);
      return sha.digest(canonical);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  Head head() {
    return new Head(seq, hash);
  }

  Tuple row() {
    var values =
        new Object[] {
          seq,
          entry.entryId(),
          utc(recordedAt),
          utc(entry.at()),
          entry.action().name(),
          entry.outcome().name(),
          entry.agentId(),
          entry.agentOrganisationId(),
          entry.roomId(),
          entry.patientId(),
          entry.concerns(),
          entry.code(),
          entry.viewId(),
          entry.fromSeq(),
          entry.toSeq(),
          utc(entry.until()),
          entry.reason(),
          Buffer.buffer(canonical),
          Buffer.buffer(prevHash),
          Buffer.buffer(hash)
        };
    return Tuple.newInstance(io.vertx.sqlclient.Tuple.from(values));
  }

  static ChainedEntry of(Row row) {
    var entry =
        new AuditRecorded(
            row.getUUID("entry_id"),
            row.getOffsetDateTime("at").toInstant(),
            AuditAction.valueOf(row.getString("action")),
            AuditRecorded.Outcome.valueOf(row.getString("outcome")),
            row.getUUID("agent_id"),
            row.getUUID("agent_organisation_id"),
            row.getUUID("room_id"),
            row.getUUID("patient_id"),
            row.getUUID("concerns"),
            row.getString("code"),
            row.getUUID("view_id"),
            row.getLong("from_seq"),
            row.getLong("to_seq"),
            instant(row.getOffsetDateTime("until")),
            row.getString("reason"));
    return new ChainedEntry(
        row.getLong("seq"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        entry,
        row.getBuffer("canonical").getBytes(),
        row.getBuffer("prev_hash").getBytes(),
        row.getBuffer("hash").getBytes());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    // What is hashed has milliseconds, so what is stored has no more.
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  static List<Tuple> rows(List<ChainedEntry> entries) {
    return entries.stream().map(ChainedEntry::row).toList();
  }
}
