package no.samsnakk.platform.audittrail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.platform.outbox.OutboxRecord;

/**
 * Writes that somebody has looked at a room, so that nobody buries the other entries by looking
 * again and again: what {@link RefusalWindows} draws for refusals, for views that are over at once.
 *
 * <p>The first of a person, room, action and organisation is an entry at once. Repeats raise a
 * count in {@code viewing}, in the transaction that reads what is shown; the row is exchanged for
 * its entry in one transaction when the window is over. So a crash loses no view, and tells none
 * twice (R6).
 */
@ApplicationScoped
public class ViewWindows {
  /**
   * Counts one view. Answers the entry that tells of it: its own if it is the first, none if what
   * stands there is of another time: a window that is over and has not been told yet, or one that
   * no service has written, dated in time to come.
   */
  public static final String COUNT =
      """
      insert into viewing as v (agent_id, room_id, action, organisation_id, patient_id, entry_id,
        first_at, last_at, count)
      values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::uuid, $6::uuid,
        $7::timestamptz, $7::timestamptz, 1)
      on conflict (agent_id, room_id, action, organisation_id, patient_id) do update
      set count = v.count + 1, last_at = greatest(v.last_at, excluded.last_at)
      where v.first_at > $8::timestamptz and greatest(v.first_at, v.last_at) < $9::timestamptz
      returning entry_id""";

  private static final String CLOSE =
      OverWindows.taking(
          "viewing",
          "agent_id, room_id, action, organisation_id, patient_id, entry_id, first_at, last_at, count");

  private final OverWindows windows;
  private final Clock clock;
  private final TraceConfig config;

  ViewWindows(OverWindows windows, Clock clock, TraceConfig config) {
    this.windows = windows;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Counts a view in the caller's transaction.
   *
   * @param view that somebody has looked at a room, once
   * @param count executes {@link #COUNT} with these parameters and answers the ids that it returns
   * @return what is to be appended before anything is shown: nothing of a repeat
   */
  public Uni<List<OutboxRecord>> count(AuditRecorded view, Function<Tuple, Uni<List<UUID>>> count) {
    return count
        .apply(parameters(view))
        .map(told -> told.isEmpty() || told.contains(view.entryId()))
        .map(isFirst -> isFirst ? List.of(AuditTrail.record(view.first())) : List.of());
  }

  private Tuple parameters(AuditRecorded view) {
    return Tuple.tuple()
        .addUUID(view.agentId())
        .addUUID(view.roomId())
        .addString(view.action().name())
        .addUUID(view.agentOrganisationId())
        .addUUID(view.patientId())
        .addUUID(view.entryId())
        .addOffsetDateTime(utc(view.at()))
        .addOffsetDateTime(utc(view.at().minus(config.window())))
        .addOffsetDateTime(utc(view.at().plus(OverWindows.CLOCKS_DIFFER)));
  }

  /**
   * Tells of the windows that are over.
   *
   * @return whether there may be more
   */
  Uni<Boolean> closeSome() {
    return windows.close(CLOSE, clock.instant(), config.window(), ViewWindows::told);
  }

  /** One that was not repeated has been told already. */
  private static Stream<OutboxRecord> told(Row row) {
    long count = row.getLong("count");
    if (count == 1) {
      return Stream.empty();
    }
    var first =
        AuditRecorded.success(
                row.getUUID("entry_id"),
                row.getOffsetDateTime("first_at").toInstant(),
                AuditAction.valueOf(row.getString("action")),
                row.getUUID("agent_id"),
                row.getUUID("room_id"))
            .onBehalfOf(row.getUUID("organisation_id"))
            .about(row.getUUID("patient_id"), null);
    var last = row.getOffsetDateTime("last_at").toInstant();
    return Stream.of(OverWindows.counted(first, last, count));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
