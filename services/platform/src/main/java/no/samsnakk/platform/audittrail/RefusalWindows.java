package no.samsnakk.platform.audittrail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.audittrail.Refused.Same;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes refusals so that one person's persistence does not bury everybody else's entries.
 *
 * <pre>
 *   first of its kind ──▶ entry, at once      ┌── repeat: count + 1, no entry ──┐
 *                     └─▶ row in refusal ─────┴────────────◀───────────────────┘
 *                              │ window over
 *                              └──▶ row deleted; one entry with the count, if there was a repeat
 * </pre>
 *
 * The count is a row that is committed before the refusal is answered, and is exchanged for its
 * entry in one transaction: a crash loses none and tells none twice (R6).
 */
@ApplicationScoped
public class RefusalWindows {
  /**
   * What is over counts on until it is closed, so that nobody fills the log in the moment before:
   * for as long as that can take while all is well.
   */
  private static final Duration CLOSED_WITHIN = Duration.ofMinutes(1);

  /** Answers nothing of those that meet a window of another time, which counts them not. */
  private static final String COUNT =
      """
      insert into refusal as r (agent_id, room_id, code, entry_id, first_at, last_at, count)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[],
        $5::timestamptz[], $6::timestamptz[], $7::bigint[])
      on conflict (agent_id, room_id, code) do update
      set count = r.count + excluded.count, last_at = greatest(r.last_at, excluded.last_at)
      where r.first_at > $8::timestamptz and greatest(r.first_at, r.last_at) < $9::timestamptz
      returning agent_id, room_id, code, entry_id""";

  private static final String CLOSE =
      OverWindows.taking("refusal", "agent_id, room_id, code, entry_id, first_at, last_at, count");

  private final Pool pool;
  private final Outbox outbox;
  private final OverWindows windows;
  private final Clock clock;
  private final TraceConfig config;

  RefusalWindows(Pool pool, Outbox outbox, OverWindows windows, Clock clock, TraceConfig config) {
    this.pool = pool;
    this.outbox = outbox;
    this.windows = windows;
    this.clock = clock;
    this.config = config;
  }

  /** Writes these refusals; complete only when they are committed. */
  public Uni<Void> write(Collection<Refused> refusals) {
    return pool.withTransaction(transaction -> append(transaction, refusals));
  }

  /**
   * Writes any number of refusals in the caller's transaction: an entry for each that is the first
   * of its window, a higher count for the others. Where a window stands that no service has
   * written, dated in time to come, they are told at once. To be the transaction's last act:
   * whoever counts the same refusals waits until it ends.
   *
   * @return fails if they could not be written: then they must not be answered
   */
  public Uni<Void> append(SqlClient transaction, Collection<Refused> refusals) {
    if (refusals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Map<UUID, Refused> wanted = byEntry(refusals);
    return transaction
        .preparedQuery(COUNT)
        .execute(columns(wanted))
        .map(RefusalWindows::entries)
        .chain(entries -> outbox.append(transaction, atOnce(wanted, entries)));
  }

  /**
   * Tells of the windows that are over.
   *
   * @return whether there may be more
   */
  Uni<Boolean> closeSome() {
    return windows.close(CLOSE, clock.instant(), config.window(), RefusalWindows::told);
  }

  /** Those of a kind taken together, each with the entry that it will be if it is the first. */
  private static Map<UUID, Refused> byEntry(Collection<Refused> refusals) {
    Map<Same, Refused> together = new TreeMap<>(Same.ORDER);
    refusals.forEach(one -> together.merge(one.same(), one, Refused::and));
    return together.values().stream()
        .collect(
            Collectors.toMap(
                one -> Ids.next(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /** By which entry each kind is told that has been counted. */
  private static Map<Same, UUID> entries(Iterable<Row> counted) {
    return StreamSupport.stream(counted.spliterator(), false)
        .collect(Collectors.toMap(RefusalWindows::same, row -> row.getUUID("entry_id")));
  }

  private static List<OutboxRecord> atOnce(Map<UUID, Refused> wanted, Map<Same, UUID> entries) {
    return wanted.entrySet().stream()
        .flatMap(
            one ->
                atOnce(one.getKey(), one.getValue(), entries.get(one.getValue().same())).stream())
        .toList();
  }

  /** What is told of one kind before it is answered: nothing where another's entry counts it. */
  private static List<OutboxRecord> atOnce(UUID id, Refused refused, @Nullable UUID entry) {
    if (entry != null && !entry.equals(id)) {
      return List.of();
    }
    var first = first(id, refused.same(), refused.first());
    var told = AuditTrail.record(first);
    return entry == null && refused.count() > 1
        ? List.of(told, OverWindows.counted(first, refused.last(), refused.count()))
        : List.of(told);
  }

  private static AuditRecorded first(UUID entryId, Same same, Instant at) {
    return AuditRecorded.firstRefused(entryId, at, same.agentId(), same.roomId(), same.code());
  }

  /** One that was not repeated has been told already. */
  private static Stream<OutboxRecord> told(Row row) {
    long count = row.getLong("count");
    if (count == 1) {
      return Stream.empty();
    }
    var first = first(row.getUUID("entry_id"), same(row), instant(row, "first_at"));
    return Stream.of(OverWindows.counted(first, instant(row, "last_at"), count));
  }

  private static Same same(Row row) {
    return new Same(row.getUUID("agent_id"), row.getUUID("room_id"), row.getString("code"));
  }

  private Tuple columns(Map<UUID, Refused> wanted) {
    var now = clock.instant();
    List<Refused> all = List.copyOf(wanted.values());
    return Tuple.tuple()
        .addArrayOfUUID(all.stream().map(one -> one.same().agentId()).toArray(UUID[]::new))
        .addArrayOfUUID(all.stream().map(one -> one.same().roomId()).toArray(UUID[]::new))
        .addArrayOfString(all.stream().map(one -> one.same().code()).toArray(String[]::new))
        .addArrayOfUUID(wanted.keySet().toArray(UUID[]::new))
        .addArrayOfOffsetDateTime(times(all, Refused::first))
        .addArrayOfOffsetDateTime(times(all, Refused::last))
        .addArrayOfLong(all.stream().map(Refused::count).toArray(Long[]::new))
        .addOffsetDateTime(utc(now.minus(config.window()).minus(CLOSED_WITHIN)))
        .addOffsetDateTime(utc(now.plus(OverWindows.CLOCKS_DIFFER)));
  }

  private static OffsetDateTime[] times(List<Refused> all, Function<Refused, Instant> time) {
    return all.stream().map(one -> utc(time.apply(one))).toArray(OffsetDateTime[]::new);
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
