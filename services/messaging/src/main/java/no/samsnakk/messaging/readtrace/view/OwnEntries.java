package no.samsnakk.messaging.readtrace.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.messaging.reading.position.Positions;

/**
 * What somebody has written herself in a room and not marked as read: it is unread to her no more
 * than what she has.
 *
 * @param own its places in the room, ascending
 * @param wholeFrom of what lies before it is not known whether she has read it, or written it
 */
record OwnEntries(List<Long> own, long wholeFrom) {
  static final OwnEntries NOTHING = new OwnEntries(List.of(), 1);

  /** More of them nobody has: what one writes one mostly has on the screen. */
  static final int MOST = 5_000;

  /**
   * Of who has read all up to the furthest nothing is looked for, unless the room has gone on for
   * longer than her position tells of ({@link Positions}).
   */
  private static final String FIND =
      """
      select w.room_id, coalesce(r.whole_from, 1), array(
          select m.seq from entry m
          where m.room_id = w.room_id and (m.sender_id = $2 or m.class <> 'VISIBLE')
            and not coalesce(r.ranges @> m.seq, false)
            and not coalesce(r.seq >= c.last_seq - %d
              and r.ranges @> int8range(r.whole_from, r.seq, '[]'), false)
          order by m.seq desc limit %d)
      from unnest($1::uuid[]) w(room_id)
      join conversation c on c.room_id = w.room_id
      left join read_mark r on r.room_id = w.room_id and r.person_id = $2"""
          .formatted(Positions.COUNTED, MOST + 1);

  static Future<Map<UUID, OwnEntries>> read(SqlConnection tx, UUID personId, Tuple rooms) {
    return tx.preparedQuery(FIND)
        .execute(Tuple.of(rooms.getValue(0), personId))
        .map(
            rows -> {
              Map<UUID, OwnEntries> mine = new HashMap<>();
              rows.forEach(
                  row -> mine.put(row.getUUID(0), of(row.getLong(1), row.getArrayOfLongs(2))));
              return mine;
            });
  }

  private static OwnEntries of(long wholeFrom, Long[] newestFirst) {
    var own = List.of(newestFirst).stream().limit(MOST).sorted().toList();
    // Of what is before the first of so many nothing is known.
    return new OwnEntries(
        own, newestFirst.length > MOST ? Math.max(wholeFrom, own.getFirst()) : wholeFrom);
  }
}
