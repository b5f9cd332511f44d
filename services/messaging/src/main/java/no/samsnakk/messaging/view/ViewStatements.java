package no.samsnakk.messaging.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.samsnakk.messaging.instance.Lease;
import org.jspecify.annotations.Nullable;

/** The rows that say which views there are, and which of them are counted together. */
@ApplicationScoped
class ViewStatements {
  private static final String OPEN =
      """
      insert into view_interval (room_id, view_id, person_id, organisation_id, window_id,
        instance_id, from_seq, to_seq, opened_at, closed_at)
      select room_id, view_id, person_id, organisation_id, window_id,
        $10, from_seq, to_seq, opened_at, closed_at
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[],
        $7::bigint[], $8::timestamptz[], $9::timestamptz[])
        v(room_id, view_id, person_id, organisation_id, window_id, from_seq, to_seq, opened_at,
          closed_at)""";

  /** Also one that was found open meanwhile: this instance knows better how far it went. */
  private static final String CLOSE =
      """
      update view_interval v set closed_at = $4, to_seq = c.to_seq, found_open = false
      from unnest($1::uuid[], $2::uuid[], $3::bigint[]) c(room_id, view_id, to_seq)
      where v.room_id = c.room_id and v.view_id = c.view_id
      returning %s"""
          .formatted(Interval.COLUMNS);

  /** In the order in which they are counted: who counts and who widens waits, and no more. */
  private static final String WIDEN =
      """
      with said as (
        select agent_id, room_id, entry_id, min(from_seq) as from_seq, max(to_seq) as to_seq
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[])
          s(agent_id, room_id, entry_id, from_seq, to_seq)
        group by agent_id, room_id, entry_id),
      held as (
        select s.* from viewing v join said s on v.agent_id = s.agent_id
          and v.room_id = s.room_id and v.action = 'MESSAGES_VIEWED' and v.entry_id = s.entry_id
        order by v.agent_id, v.room_id, v.entry_id for update of v)
      update viewing v set from_seq = least(v.from_seq, h.from_seq),
        to_seq = greatest(v.to_seq, h.to_seq), last_at = greatest(v.last_at, $6)
      from held h where v.agent_id = h.agent_id and v.room_id = h.room_id
        and v.action = 'MESSAGES_VIEWED' and v.entry_id = h.entry_id
      returning v.entry_id""";

  private final Lease lease;

  ViewStatements(Lease lease) {
    this.lease = lease;
  }

  Future<?> open(SqlConnection tx, List<Interval> views) {
    return tx.preparedQuery(OPEN)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(ids(views, Interval::roomId))
                .addArrayOfUUID(ids(views, Interval::viewId))
                .addArrayOfUUID(ids(views, Interval::personId))
                .addArrayOfUUID(ids(views, Interval::organisationId))
                .addArrayOfUUID(ids(views, Interval::windowId))
                .addArrayOfLong(longs(views, Interval::fromSeq))
                .addArrayOfLong(longs(views, Interval::toSeq))
                .addArrayOfOffsetDateTime(times(views, Interval::openedAt))
                .addArrayOfOffsetDateTime(times(views, Interval::until))
                .addUUID(lease.instanceId()));
  }

  /** Closes them and answers what is known of each. */
  Future<List<Interval>> close(SqlConnection tx, List<Ended> views, Instant at) {
    return tx.preparedQuery(CLOSE)
        .execute(
            Tuple.of(
                ids(views, Ended::roomId),
                ids(views, Ended::viewId),
                longs(views, Ended::toSeq),
                utc(at)))
        .map(rows -> stream(rows).map(row -> Interval.of(row, at)).toList());
  }

  /**
   * Has each window hold what went out of its views.
   *
   * @return the windows that do; any other has been told already
   */
  Future<Set<UUID>> widen(SqlConnection tx, List<Interval> counted, Instant at) {
    return counted.isEmpty()
        ? Future.succeededFuture(Set.of())
        : tx.preparedQuery(WIDEN)
            .execute(
                Tuple.of(
                    ids(counted, Interval::personId),
                    ids(counted, Interval::roomId),
                    ids(counted, Interval::windowId),
                    longs(counted, Interval::fromSeq),
                    longs(counted, Interval::toSeq),
                    utc(at)))
            .map(rows -> stream(rows).map(row -> row.getUUID(0)).collect(Collectors.toSet()));
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static <T> UUID[] ids(List<T> views, Function<T, @Nullable UUID> id) {
    return views.stream().map(id).toArray(UUID[]::new);
  }

  private static <T> Long[] longs(List<T> views, Function<T, @Nullable Long> number) {
    return views.stream().map(number).toArray(Long[]::new);
  }

  private static <T> OffsetDateTime[] times(List<T> views, Function<T, @Nullable Instant> time) {
    return views.stream()
        .map(time)
        .map(at -> at == null ? null : utc(at))
        .toArray(OffsetDateTime[]::new);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
