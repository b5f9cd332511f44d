package no.samsnakk.messaging.reading.standing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Reads what stands in the rooms in which a person may write. How something stands is what its
 * newest entry says, opened; nothing of a text, which is shown in a view alone (R6).
 */
@ApplicationScoped
public class StandingReader {
  /** Of what one person has said in one room, so many are looked at. */
  private static final int OF_EACH = 100;

  /** So many are looked at for one answer. */
  private static final int LOOKED_AT = 2_000;

  /** The first that each has said in each room come before the second of anybody. */
  private static final String STANDING =
      """
      select %s, r.standing_in_all
      from (
        select room_id, seq, sent_at, nth, standing_in_all
        from (
          select s.room_id, s.seq, s.sent_at,
            count(*) over () as standing_in_all,
            row_number() over (partition by s.room_id, s.sender_id order by s.sent_at, s.seq) as nth
          from (
            select distinct on (q.room_id, q.about) q.room_id, q.seq, q.standing
            from rooms.access_v1 a
            join entry q on q.room_id = a.room_id and q.kind = '%s'
            where a.person_id = $1 and a.may_read and a.may_write
            order by q.room_id, q.about, q.seq desc) newest
          join entry s on s.room_id = newest.room_id and s.seq = newest.seq
          where newest.standing) ranked
        where nth <= %d
        order by nth, sent_at, room_id, seq limit %d) r
      join entry e on e.room_id = r.room_id and e.seq = r.seq
      order by r.nth, r.sent_at, r.room_id, r.seq""";

  private static final String ACCESS = Access.SELECT + "where a.room_id = any($1)";

  private final Pool pool;
  private final RoomKeys keys;

  StandingReader(Pool pool, RoomKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  /** What finds all of a kind, by an index of its own. */
  public static String statement(String kind) {
    return STANDING.formatted(SealedEntry.COLUMNS, kind, OF_EACH, LOOKED_AT);
  }

  /**
   * What the statement finds in a person's rooms.
   *
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  public Future<StandingRead> of(UUID personId, String statement) {
    return keys.transaction(pool, Scope.of(personId), tx -> read(tx, personId, statement))
        .recover(failure -> Future.failedFuture(new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE)));
  }

  private Future<StandingRead> read(SqlConnection tx, UUID personId, String statement) {
    return tx.preparedQuery(statement)
        .execute(Tuple.of(personId))
        .compose(
            rows -> {
              var stored = SealedEntry.all(rows);
              return read(tx, stored, stored.size() == inAll(rows));
            });
  }

  private static long inAll(RowSet<Row> rows) {
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong("standing_in_all");
  }

  private Future<StandingRead> read(SqlConnection tx, List<SealedEntry> stored, boolean all) {
    var rooms = stored.stream().map(SealedEntry::roomId).distinct().toList();
    var access =
        tx.preparedQuery(ACCESS)
            .execute(Tuple.tuple().addArrayOfUUID(rooms.toArray(UUID[]::new)))
            .map(Access::byRoom);
    var ciphers = keys.of(tx, rooms);
    return Transaction.commit(tx, List.of(access, ciphers))
        .compose(done -> keys.fitting(tx, ciphers.result(), SealedEntry.ciphertexts(stored)))
        .map(fitting -> new StandingRead(stored, access.result(), fitting, all));
  }
}
