package no.samsnakk.messaging.reading.question;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
  /** Whoever has more has other troubles; those that have waited longest are answered. */
  private static final int MOST = 1_000;

  static final String STANDING =
      """
      select %s
      from (
        select distinct on (q.room_id, q.about) q.room_id, q.seq, q.standing
        from rooms.access_v1 a
        join entry q on q.room_id = a.room_id and q.kind = 'QUESTION'
        where a.person_id = $1 and a.may_read and a.may_write
        order by q.room_id, q.about, q.seq desc) newest
      join entry e on e.room_id = newest.room_id and e.seq = newest.seq
      where newest.standing
      order by e.sent_at, e.room_id, e.seq limit %d"""
          .formatted(SealedEntry.COLUMNS, MOST);

  private static final String ACCESS = Access.SELECT + "where a.room_id = any($1)";

  private final Pool pool;
  private final RoomKeys keys;

  Questions(Pool pool, RoomKeys keys) {
    this.pool = pool;
    this.keys = keys;
  }

  /**
   * Those that have waited longest first; none of a room whose key is not at hand.
   *
   * @return fails with {@link Refusal}: {@code temporarily-unavailable}
   */
  Future<List<StandingQuestion>> of(UUID personId) {
    return keys.transaction(pool, Scope.of(personId), tx -> read(tx, personId))
        .recover(failure -> Future.failedFuture(new Refusal(RefusalCode.TEMPORARILY_UNAVAILABLE)));
  }

  private Future<List<StandingQuestion>> read(SqlConnection tx, UUID personId) {
    return tx.preparedQuery(STANDING)
        .execute(Tuple.of(personId))
        .map(SealedEntry::all)
        .compose(stored -> read(tx, stored));
  }

  private Future<List<StandingQuestion>> read(SqlConnection tx, List<SealedEntry> stored) {
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

  private static List<StandingQuestion> opened(
      List<SealedEntry> stored, Map<UUID, Access> access, RoomCiphers ciphers) {
    return stored.stream()
        .flatMap(
            newest -> {
              var of = access.getOrDefault(newest.roomId(), Access.NONE);
              return opened(newest, ciphers).flatMap(entry -> standing(entry, of));
            })
        .toList();
  }

  private static Stream<Entry> opened(SealedEntry stored, RoomCiphers ciphers) {
    return Stream.ofNullable(ciphers.get(stored.roomId())).map(stored::open);
  }

  /** What it says itself counts, and not what it was found by. */
  private static Stream<StandingQuestion> standing(Entry entry, Access access) {
    if (entry.payload() == null) {
      return Stream.empty();
    }
    try {
      var says = Json.MAPPER.treeToValue(entry.payload(), QuestionPayload.class);
      boolean lapsed = !access.mayWrite(says.addresseeId());
      return says.isStanding()
          ? Stream.of(StandingQuestion.of(entry.envelope(), says, lapsed))
          : Stream.empty();
    } catch (JsonProcessingException e) {
      LOG.undecipherable(e.getClass().getSimpleName());
      return Stream.empty();
    }
  }
}
