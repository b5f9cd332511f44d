package no.samsnakk.messaging.reading.question;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.Json;
import no.samsnakk.contracts.entry.Entry;
import no.samsnakk.contracts.entry.QuestionPayload;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.keys.RoomCiphers;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Reads which messages wait for an answer in the rooms in which a person may write. How a question
 * stands is what its newest entry says, opened; what is asked stands in the message, which is shown
 * in a view alone (R6).
 */
@ApplicationScoped
class Questions {
  /** Of what one person has said of questions in one room, so many are looked at. */
  private static final int OF_EACH = 100;

  /** So many are looked at for one answer. */
  private static final int LOOKED_AT = 2_000;

  /** The first that each has said in each room come before the second of anybody. */
  static final String STANDING =
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
            join entry q on q.room_id = a.room_id and q.kind = 'QUESTION'
            where a.person_id = $1 and a.may_read and a.may_write
            order by q.room_id, q.about, q.seq desc) newest
          join entry s on s.room_id = newest.room_id and s.seq = newest.seq
          where newest.standing) ranked
        where nth <= %d
        order by nth, sent_at, room_id, seq limit %d) r
      join entry e on e.room_id = r.room_id and e.seq = r.seq
      order by r.nth, r.sent_at, r.room_id, r.seq"""
          .formatted(SealedEntry.COLUMNS, OF_EACH, LOOKED_AT);

  private static final String ACCESS = Access.SELECT + "where a.room_id = any($1)";

  private final Pool pool;
  private final RoomKeys keys;

  Questions(Pool pool, RoomKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  /**
   * Those that have waited longest first.
   *
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  Future<StandingQuestions> of(UUID personId) {
    return keys.transaction(pool, Scope.of(personId), tx -> read(tx, personId))
        .recover(failure -> Future.failedFuture(new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE)));
  }

  private Future<StandingQuestions> read(SqlConnection tx, UUID personId) {
    return tx.preparedQuery(STANDING)
        .execute(Tuple.of(personId))
        .compose(
            rows -> {
              var stored = SealedEntry.all(rows);
              return read(tx, stored)
                  .map(
                      opened ->
                          StandingQuestions.of(opened, personId, stored.size() == inAll(rows)));
            });
  }

  private static long inAll(RowSet<Row> rows) {
    return rows.size() == 0 ? 0 : rows.iterator().next().getLong("standing_in_all");
  }

  private Future<List<Optional<StandingQuestion>>> read(
      SqlConnection tx, List<SealedEntry> stored) {
    var rooms = stored.stream().map(SealedEntry::roomId).distinct().toList();
    var access =
        tx.preparedQuery(ACCESS)
            .execute(Tuple.tuple().addArrayOfUUID(rooms.toArray(UUID[]::new)))
            .map(Access::byRoom);
    var ciphers = keys.of(tx, rooms);
    return Transaction.commit(tx, List.of(access, ciphers))
        .compose(all -> keys.fitting(tx, ciphers.result(), SealedEntry.ciphertexts(stored)))
        .map(fitting -> opened(stored, access.result(), fitting));
  }

  /** How each stands; nothing of one that does not open, or whose room's key is not at hand. */
  private static List<Optional<StandingQuestion>> opened(
      List<SealedEntry> stored, Map<UUID, Access> access, RoomCiphers ciphers) {
    return stored.stream()
        .map(
            newest -> {
              var of = access.getOrDefault(newest.roomId(), Access.NONE);
              return Optional.ofNullable(ciphers.get(newest.roomId()))
                  .map(newest::open)
                  .flatMap(entry -> said(entry, of));
            })
        .toList();
  }

  /** What it says itself counts, and not what it was found by. */
  private static Optional<StandingQuestion> said(Entry entry, Access access) {
    if (entry.payload() == null) {
      return Optional.empty();
    }
    try {
      var says = Json.MAPPER.treeToValue(entry.payload(), QuestionPayload.class);
      boolean lapsed = !access.mayWrite(says.addresseeId());
      return Optional.of(StandingQuestion.of(entry.envelope(), says, lapsed));
    } catch (JsonProcessingException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
