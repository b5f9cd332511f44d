package no.samsnakk.messaging.reading.standing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
  /** So many answers are looked at: of more it is not known who has answered. */
  private static final int MOST_ANSWERS = 10_000;

  /** Of each person the newest about each that came after the entry that says how it stands. */
  static final String ANSWERS =
      """
      select distinct on (e.room_id, e.about, e.sender_id) %s
      from unnest($1::uuid[], $2::bigint[], $3::bigint[]) w(room_id, about, seq)
      join entry e on e.room_id = w.room_id and e.about = w.about and e.seq > w.seq
        and e.kind = $4
      order by e.room_id, e.about, e.sender_id, e.seq desc limit %d"""
          .formatted(SealedEntry.COLUMNS, MOST_ANSWERS);

  private static final String ACCESS = Access.SELECT + "where a.room_id = any($1)";

  private final Pool pool;
  private final RoomKeys keys;
  private final Vertx vertx;

  StandingReader(Pool pool, RoomKeys keys, Vertx vertx) {
    this.pool = pool;
    this.keys = keys;
    this.vertx = vertx;
  }

  /**
   * What is sought, in a person's rooms.
   *
   * @param told what is made of it: opened and worked out apart from the event loops, for it may be
   *     much
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  public <T> Future<T> of(UUID personId, Sought sought, Function<StandingRead, T> told) {
    return keys.transaction(pool, Scope.of(personId), tx -> read(tx, personId, sought))
        .compose(read -> vertx.executeBlocking(() -> told.apply(read), false))
        .recover(failure -> Future.failedFuture(new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE)));
  }

  private Future<StandingRead> read(SqlConnection tx, UUID personId, Sought sought) {
    return tx.preparedQuery(sought.statement())
        .execute(Tuple.of(personId))
        .compose(rows -> read(tx, sought, rows));
  }

  private Future<StandingRead> read(SqlConnection tx, Sought sought, RowSet<Row> rows) {
    var newest = SealedEntry.all(rows);
    var rooms = newest.stream().map(SealedEntry::roomId).distinct().toList();
    var access =
        tx.preparedQuery(ACCESS)
            .execute(Tuple.tuple().addArrayOfUUID(rooms.toArray(UUID[]::new)))
            .map(Access::byRoom);
    var ciphers = keys.of(tx, rooms);
    var answers = answers(tx, sought, rows);
    boolean isAll = newest.size() == inAll(rows);
    return Transaction.commit(tx, List.of(access, ciphers, answers))
        .compose(
            done -> {
              var stored = Stream.of(newest, answers.result()).flatMap(List::stream).toList();
              boolean all = isAll && answers.result().size() < MOST_ANSWERS;
              return keys.fitting(tx, ciphers.result(), SealedEntry.ciphertexts(stored))
                  .map(fitting -> new StandingRead(stored, access.result(), fitting, all));
            });
  }

  private static long inAll(RowSet<Row> rows) {
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong("standing_in_all");
  }

  private static Future<List<SealedEntry>> answers(
      SqlConnection tx, Sought sought, RowSet<Row> rows) {
    if (sought.answers() == null) {
      return Future.succeededFuture(List.of());
    }
    var newest = StreamSupport.stream(rows.spliterator(), false).toList();
    var values =
        Tuple.tuple()
            .addArrayOfUUID(newest.stream().map(it -> it.getUUID("room_id")).toArray(UUID[]::new))
            .addArrayOfLong(newest.stream().map(it -> it.getLong("about")).toArray(Long[]::new))
            .addArrayOfLong(newest.stream().map(it -> it.getLong("seq")).toArray(Long[]::new))
            .addString(sought.answers());
    return tx.preparedQuery(ANSWERS).execute(values).map(SealedEntry::all);
  }
}
