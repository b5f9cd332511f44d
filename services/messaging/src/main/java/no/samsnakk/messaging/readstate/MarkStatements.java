package no.samsnakk.messaging.readstate;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.samsnakk.contracts.event.MessagesRead;

/** The statements of a batch of read marks. */
final class MarkStatements {
  private static final String READ =
      """
      select distinct a.room_id, a.person_id, coalesce(c.last_seq, 0), coalesce(r.seq, 0)
      from unnest($1::uuid[], $2::uuid[]) w(room_id, person_id)
      join rooms.access_v1 a
        on a.room_id = w.room_id and a.person_id = w.person_id and a.may_read
      left join conversation c on c.room_id = w.room_id
      left join read_mark r on r.room_id = w.room_id and r.person_id = w.person_id""";
  private static final String KEEP =
      """
      insert into read_mark (room_id, person_id, seq, at)
      select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::timestamptz[])
      on conflict (room_id, person_id) do update set seq = excluded.seq, at = excluded.at
      where read_mark.seq < excluded.seq""";

  private MarkStatements() {}

  /** One person in one room. */
  record Place(UUID roomId, UUID personId) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::roomId).thenComparing(Place::personId);

    static Place of(ReadMark mark) {
      return new Place(mark.roomId(), mark.personId());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** How far a room has come and how far the person, who may read it, has read. */
  record Standing(long lastSeq, long seq) {}

  static Future<Map<Place, Standing>> read(SqlConnection tx, List<ReadMark> marks) {
    return tx.preparedQuery(READ)
        .execute(
            // Not Tuple.of: with two arguments it takes an array for its rest.
            Tuple.tuple()
                .addArrayOfUUID(ids(marks, ReadMark::roomId))
                .addArrayOfUUID(ids(marks, ReadMark::personId)))
        .map(
            rows -> {
              Map<Place, Standing> standings = new HashMap<>();
              rows.forEach(
                  row ->
                      standings.put(
                          new Place(row.getUUID(0), row.getUUID(1)),
                          new Standing(row.getLong(2), row.getLong(3))));
              return standings;
            });
  }

  static Future<?> keep(SqlConnection tx, List<MessagesRead> moved) {
    if (moved.isEmpty()) {
      return Future.succeededFuture();
    }
    return tx.preparedQuery(KEEP)
        .execute(
            Tuple.of(
                ids(moved, MessagesRead::roomId),
                ids(moved, MessagesRead::personId),
                moved.stream().map(MessagesRead::seq).toArray(Long[]::new),
                moved.stream()
                    .map(read -> read.at().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new)));
  }

  private static <T> UUID[] ids(List<T> of, Function<T, UUID> id) {
    return of.stream().map(id).toArray(UUID[]::new);
  }
}
