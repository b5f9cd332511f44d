package no.samsnakk.audit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import org.jspecify.annotations.Nullable;

/** An entry in its place: a row of the table. */
record ChainedEntry(
    long seq, Instant recordedAt, Told told, byte[] canonical, byte[] prevHash, byte[] hash) {

  static final String COLUMNS =
      "seq, entry_id, recorded_at, at, action, outcome, agent_id, agent_organisation_id, room_id,"
          + " patient_id, concerns, code, view_id, from_seq, to_seq, until, reason, count, teller,"
          + " content, canonical, prev_hash, hash, topic, raw";

  /** Takes an array for each column, so that one statement serves any number of entries. */
  static final String INSERT =
      "insert into entry ("
          + COLUMNS
          + """
          ) select * from unnest($1::bigint[], $2::uuid[], $3::timestamptz[], $4::timestamptz[],
            $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[],
            $12::text[], $13::uuid[], $14::bigint[], $15::bigint[], $16::timestamptz[],
            $17::text[], $18::bigint[], $19::text[], $20::bytea[], $21::bytea[],
            $22::bytea[], $23::bytea[], $24::text[], $25::bytea[])""";

  /** The entry that follows the head. */
  static ChainedEntry after(Head head, Instant recordedAt, Told told) {
    long seq = head.seq() + 1;
    byte[] canonical = Canonical.bytes(seq, recordedAt, told);
    return new ChainedEntry(
        seq, recordedAt, told, canonical, head.hash(), hash(head.hash(), canonical));
  }

  static byte[] hash(byte[] prevHash, byte[] canonical) {
    return sha256(prevHash, canonical);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        sha.update(part);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  Head head() {
    return new Head(seq, hash);
  }

  /** What {@link #INSERT} takes. */
  static Tuple columns(List<ChainedEntry> entries) {
    var columns = io.vertx.sqlclient.Tuple.tuple();
    columns
        .addArrayOfLong(column(entries, ChainedEntry::seq, Long[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::entryId, UUID[]::new))
        .addArrayOfOffsetDateTime(times(entries, ChainedEntry::recordedAt))
        .addArrayOfOffsetDateTime(times(entries, one -> one.told.entry().at()))
        .addArrayOfString(said(entries, entry -> entry.action().name(), String[]::new))
        .addArrayOfString(said(entries, entry -> entry.outcome().name(), String[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::agentId, UUID[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::agentOrganisationId, UUID[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::roomId, UUID[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::patientId, UUID[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::concerns, UUID[]::new))
        .addArrayOfString(said(entries, AuditRecorded::code, String[]::new))
        .addArrayOfUUID(said(entries, AuditRecorded::viewId, UUID[]::new))
        .addArrayOfLong(said(entries, AuditRecorded::fromSeq, Long[]::new))
        .addArrayOfLong(said(entries, AuditRecorded::toSeq, Long[]::new))
        .addArrayOfOffsetDateTime(times(entries, one -> one.told.entry().until()))
        .addArrayOfString(said(entries, AuditRecorded::reason, String[]::new))
        .addArrayOfLong(said(entries, AuditRecorded::count, Long[]::new))
        .addArrayOfString(column(entries, one -> one.told.teller(), String[]::new))
        .addArrayOfBuffer(column(entries, one -> one.told.content(), Buffer[]::new))
        .addArrayOfBuffer(bytes(entries, ChainedEntry::canonical))
        .addArrayOfBuffer(bytes(entries, ChainedEntry::prevHash))
        .addArrayOfBuffer(bytes(entries, ChainedEntry::hash))
        .addArrayOfString(raw(entries, Raw::topic, String[]::new))
        .addArrayOfBuffer(raw(entries, raw -> Buffer.buffer(raw.value()), Buffer[]::new));
    return Tuple.newInstance(columns);
  }

  static ChainedEntry of(Row row) {
    return new ChainedEntry(
        row.getLong("seq"),
        row.getOffsetDateTime("recorded_at").toInstant(),
        new Told(row.getString("teller"), entry(row), raw(row)),
        row.getBuffer("canonical").getBytes(),
        row.getBuffer("prev_hash").getBytes(),
        row.getBuffer("hash").getBytes());
  }

  private static @Nullable Raw raw(Row row) {
    var raw = row.getBuffer("raw");
    return raw == null ? null : new Raw(row.getString("topic"), raw.toString(UTF_8));
  }

  private static AuditRecorded entry(Row row) {
    return AuditRecorded.act(
            row.getUUID("entry_id"),
            row.getOffsetDateTime("at").toInstant(),
            AuditAction.valueOf(row.getString("action")),
            row.getUUID("agent_id"))
        .outcome(AuditRecorded.Outcome.valueOf(row.getString("outcome")))
        .onBehalfOf(row.getUUID("agent_organisation_id"))
        .in(row.getUUID("room_id"))
        .about(row.getUUID("patient_id"), row.getUUID("concerns"))
        .code(row.getString("code"))
        .joinedBy(row.getUUID("view_id"))
        .messages(row.getLong("from_seq"), row.getLong("to_seq"))
        .until(instant(row.getOffsetDateTime("until")))
        .because(row.getString("reason"))
        .count(row.getLong("count"))
        .build();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
    // What is hashed has milliseconds, so what is stored has no more.
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static <T> T[] column(
      List<ChainedEntry> entries,
      Function<ChainedEntry, @Nullable T> value,
      IntFunction<T[]> array) {
    return entries.stream().map(value).toArray(array);
  }

  private static <T> T[] said(
      List<ChainedEntry> entries,
      Function<AuditRecorded, @Nullable T> value,
      IntFunction<T[]> array) {
    return column(entries, one -> value.apply(one.told.entry()), array);
  }

  private static <T> T[] raw(
      List<ChainedEntry> entries, Function<Raw, T> value, IntFunction<T[]> array) {
    return column(
        entries, one -> one.told.raw() == null ? null : value.apply(one.told.raw()), array);
  }

  private static OffsetDateTime[] times(
      List<ChainedEntry> entries, Function<ChainedEntry, @Nullable Instant> time) {
    return column(entries, one -> utc(time.apply(one)), OffsetDateTime[]::new);
  }

  private static Buffer[] bytes(List<ChainedEntry> entries, Function<ChainedEntry, byte[]> value) {
    return column(entries, one -> Buffer.buffer(value.apply(one)), Buffer[]::new);
  }
}
