package no.samsnakk.messaging.readtrace.readstate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import no.samsnakk.messaging.readtrace.readstate.MarkDraft.Kind;

/** The statements of a batch of marks of one kind; {@code %s} is its table. */
final class MarkStatements {
  private static final String READ =
      """
      select w.place, coalesce(c.last_seq, 0),
        coalesce(r.ranges @> int8range(w.from_seq, w.seq, '[]'), false),
        coalesce((select count(*) from unnest(
          r.ranges + int8multirange(int8range(w.from_seq, w.seq, '[]')))), 1),
        coalesce(r.seq, 0)
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])
        with ordinality w(room_id, person_id, from_seq, seq, place)
      left join conversation c on c.room_id = w.room_id
      left join %s r on r.room_id = w.room_id and r.person_id = w.person_id
      where exists (select from rooms.access_v1 a
        where a.room_id = w.room_id and a.person_id = w.person_id and a.may_read)""";

  /**
   * In the order of the places, so that two instances never wait for each other in a circle. Where
   * there would be more stretches than are kept, the first ones of the room go, and where the last
   * of those ended is remembered. Of the newest the times are kept.
   */
  private static final String KEEP =
      """
      insert into %1$s as r (room_id, person_id, seq, at, ranges, newest)
      select room_id, person_id, max(seq), $5, range_agg(int8range(from_seq, seq, '[]')),
        (array_agg((from_seq, seq, $5)::timed_stretch order by seq desc))[:%3$d]
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])
        w(room_id, person_id, from_seq, seq)
      group by room_id, person_id order by room_id, person_id
      on conflict (room_id, person_id) do update
      set seq = greatest(r.seq, excluded.seq), at = excluded.at, ranges = (
        select range_agg(x) from (
          select x from unnest(r.ranges + excluded.ranges) x order by x desc limit %2$d) newest),
        whole_from = greatest(r.whole_from, (
          select upper(x) from unnest(r.ranges + excluded.ranges) x
          order by x desc offset %2$d limit 1)),
        newest = (array(
          select (lower(x), upper(x) - 1, $5)::timed_stretch
          from unnest(excluded.ranges - r.ranges) x order by x desc) || r.newest)[:%3$d]
      where not r.ranges @> excluded.ranges""";

  private MarkStatements() {}

  /**
   * What there is already.
   *
   * @param lastSeq how far the room has come
   * @param known whether all of it was marked before
   * @param stretches how many there would be, apart from each other, with this one
   * @param furthest the furthest that is marked
   */
  record Standing(long lastSeq, boolean known, long stretches, long furthest) {}

  /** By the draft's place in the list; nothing for one who may not read the room. */
  static Future<Map<Integer, Standing>> read(SqlConnection tx, Kind kind, List<MarkDraft> drafts) {
    return tx.preparedQuery(READ.formatted(kind.table()))
        .execute(places(drafts))
        .map(
            rows -> {
              Map<Integer, Standing> standings = new HashMap<>();
              rows.forEach(
                  row ->
                      standings.put(
                          row.getInteger(0) - 1,
                          new Standing(
                              row.getLong(1), row.getBoolean(2), row.getLong(3), row.getLong(4))));
              return standings;
            });
  }

  static Future<?> keep(SqlConnection tx, Kind kind, List<MarkDraft> drafts, Instant at) {
    return drafts.isEmpty()
        ? Future.succeededFuture()
        : tx.preparedQuery(KEEP.formatted(kind.table(), Marks.MOST_STRETCHES, Marks.TIMED))
            .execute(places(drafts).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)));
  }

  private static Tuple places(List<MarkDraft> drafts) {
    return Tuple.of(
        ids(drafts, MarkDraft::roomId),
        ids(drafts, MarkDraft::personId),
        longs(drafts, MarkDraft::fromSeq),
        longs(drafts, MarkDraft::seq));
  }

  private static UUID[] ids(List<MarkDraft> drafts, Function<MarkDraft, UUID> id) {
    return drafts.stream().map(id).toArray(UUID[]::new);
  }

  private static Long[] longs(List<MarkDraft> drafts, ToLongFunction<MarkDraft> number) {
    return drafts.stream().mapToLong(number).boxed().toArray(Long[]::new);
  }
}
