package no.samsnakk.messaging.readtrace.view;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.conversation.Mark;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.messaging.reading.entry.EntryReader;
import no.samsnakk.messaging.reading.entry.RoomsRead;

/** Reads what a person is about to see of any number of rooms, in one round trip. */
@ApplicationScoped
class Pages {
  /**
   * What stands in {@code newest} has the time it was marked at. The rest of what is marked was so
   * when the oldest of those was, or before.
   */
  private static final String MARKS =
      """
      select k.room_id, k.person_id, lower(m.x), upper(m.x) - 1, m.at, m.exact
      from %s k, lateral (
        select int8range(n.from_seq, n.seq, '[]') x, n.at, true exact
        from unnest(k.newest) n where k.ranges @> int8range(n.from_seq, n.seq, '[]')
        union all
        select x, coalesce(k.newest[cardinality(k.newest)].at, k.at), false
        from unnest(k.ranges - coalesce((
          select range_agg(int8range(n.from_seq, n.seq, '[]')) from unnest(k.newest) n), '{}')) x) m
      where k.room_id = any($1) order by k.room_id, k.person_id, m.x, m.at""";

  private final EntryReader reader;

  Pages(EntryReader reader) {
    this.reader = reader;
  }

  /** What was read; {@link #page} makes something of it. */
  record Read(
      RoomsRead rooms,
      Map<UUID, List<Mark>> read,
      Map<UUID, List<Mark>> received,
      Map<UUID, OwnEntries> mine) {

    /** The page of a room that the person may read. */
    Page page(RoomRequest wanted, UUID personId) {
      var roomId = wanted.roomId();
      var access = rooms.access(roomId);
      var right = access.rights().get(personId);
      if (right == null) {
        throw new IllegalStateException("A page for one who may not read");
      }
      List<Entry> found = rooms.opened(roomId, personId);
      long last = rooms.lastSeq(roomId);
      long first = found.isEmpty() ? last + 1 : found.getFirst().envelope().seq();
      boolean more = first > wanted.afterSeqOr0() + 1;
      return new Page(
          roomId,
          access,
          right,
          last,
          found,
          more,
          read.getOrDefault(roomId, List.of()),
          received.getOrDefault(roomId, List.of()),
          mine.getOrDefault(roomId, OwnEntries.NOTHING));
    }
  }

  Future<Read> read(SqlConnection tx, UUID personId, List<RoomRequest> wanted) {
    var ids = wanted.stream().map(RoomRequest::roomId).toList();
    var rooms = Tuple.of(ids.toArray(UUID[]::new));
    var after = wanted.stream().map(RoomRequest::from).toArray(Long[]::new);
    var seen = tx.preparedQuery(MARKS.formatted("read_mark")).execute(rooms);
    var got = tx.preparedQuery(MARKS.formatted("received_mark")).execute(rooms);
    var mine = OwnEntries.read(tx, personId, rooms);
    return Future.all(reader.newest(tx, personId, ids, after), seen, got, mine)
        .map(
            all ->
                new Read(
                    all.resultAt(0), marks(seen.result()), marks(got.result()), mine.result()));
  }

  private static Map<UUID, List<Mark>> marks(RowSet<Row> rows) {
    Map<UUID, List<Mark>> marks = new HashMap<>();
    for (Row row : rows) {
      var at = row.get(OffsetDateTime.class, 4).toInstant();
      marks
          .computeIfAbsent(row.getUUID(0), fresh -> new ArrayList<>())
          .add(new Mark(row.getUUID(1), row.getLong(2), row.getLong(3), at, row.getBoolean(5)));
    }
    return marks;
  }
}
