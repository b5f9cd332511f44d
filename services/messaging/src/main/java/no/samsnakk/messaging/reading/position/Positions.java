package no.samsnakk.messaging.reading.position;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import no.samsnakk.contracts.conversation.ServerFrame.RoomPosition;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** Reads which rooms a person may read, how far each has come, and how far she has read. */
@ApplicationScoped
public class Positions {
  /** Of so many of the newest it is told which are new; of those before them how many. */
  public static final int COUNTED = 200;

  /** Whoever has more than so many before her learns of more news than there is. */
  private static final int LOOKED_AT = 10_000;

  private static final String ACCESS =
      Access.SELECT
          + """
          where a.room_id in (
            select room_id from rooms.access_v1 where person_id = $1 and may_read)""";
  private static final String SELECT =
      """
      select distinct a.room_id, coalesce(c.last_seq, 0), coalesce(r.seq, 0),
        array(select e.seq from entry e
          where e.room_id = a.room_id and (e.sender_id = $1 or e.class <> 'VISIBLE')
            and e.seq > greatest(coalesce(r.seq, 0), c.last_seq - %1$d)
          order by e.seq),
        (select count(*) from entry e
          where e.room_id = a.room_id and (e.sender_id = $1 or e.class <> 'VISIBLE')
            and e.seq > greatest(coalesce(r.seq, 0), c.last_seq - %2$d)
            and e.seq <= c.last_seq - %1$d),
        (select e.sent_at from entry e where e.room_id = a.room_id and e.class = 'VISIBLE'
          order by e.seq desc limit 1)
      from rooms.access_v1 a
      left join conversation c on c.room_id = a.room_id
      left join read_mark r on r.room_id = a.room_id and r.person_id = a.person_id
      where a.person_id = $1 and a.may_read"""
          .formatted(COUNTED, LOOKED_AT);

  private static final String POSITIONS = SELECT + " order by a.room_id";
  private static final String POSITION = SELECT + " and a.room_id = $2";

  private final Pool pool;

  Positions(Pool pool) {
    this.pool = pool;
  }

  /** The person's rooms; the access is that of everybody in them. */
  public record Rooms(List<RoomPosition> positions, Map<UUID, Access> access) {}

  /** All her rooms, in a transaction that reads for her. */
  public Future<Rooms> read(SqlConnection tx, UUID personId) {
    var access = tx.preparedQuery(ACCESS).execute(Tuple.of(personId));
    var positions = tx.preparedQuery(POSITIONS).execute(Tuple.of(personId));
    return Future.all(access, positions)
        .map(both -> new Rooms(positions(positions.result()), Access.byRoom(access.result())));
  }

  /** Of one room; nothing if she may not read it. */
  public Future<Optional<RoomPosition>> read(UUID personId, UUID roomId) {
    return Transaction.run(
        pool,
        Scope.of(personId),
        tx -> {
          var read = tx.preparedQuery(POSITION).execute(Tuple.of(personId, roomId));
          return Transaction.commit(tx, List.of(read))
              .compose(committed -> read)
              .map(rows -> positions(rows).stream().findFirst());
        });
  }

  private static List<RoomPosition> positions(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new RoomPosition(
                    row.getUUID(0),
                    row.getLong(1),
                    row.getLong(2),
                    List.of(row.getArrayOfLongs(3)),
                    row.getLong(4),
                    at(row.getOffsetDateTime(5))))
        .toList();
  }

  private static @Nullable Instant at(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
