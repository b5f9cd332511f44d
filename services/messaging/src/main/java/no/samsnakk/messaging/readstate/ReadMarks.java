package no.samsnakk.messaging.readstate;

import static no.samsnakk.messaging.log.MessagingLog.LOG;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.messaging.batch.Append;
import no.samsnakk.messaging.batch.GroupCommit;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.batch.Transaction;
import no.samsnakk.messaging.delivery.RoomsHere;
import no.samsnakk.messaging.readstate.MarkStatements.Place;
import no.samsnakk.messaging.readstate.MarkStatements.Standing;
import no.samsnakk.messaging.refusal.Refusals;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;

/**
 * Keeps how far people have read; many marks share a commit, as messages do, and of several marks
 * of one person in one room only the highest is written. A mark never goes backwards.
 */
@ApplicationScoped
public class ReadMarks {
  private static final int TOGETHER = 500;
  private static final int WAITING = 20_000;
  private static final String UNAVAILABLE = "temporarily-unavailable";

  private final Pool pool;
  private final Outbox outbox;
  private final Refusals refusals;
  private final RoomsHere rooms;
  private final Clock clock;
  private final GroupCommit<ReadMark> commits;

  ReadMarks(
      Vertx vertx, Pool pool, Outbox outbox, Refusals refusals, RoomsHere rooms, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.refusals = refusals;
    this.rooms = rooms;
    this.clock = clock;
    this.commits = new GroupCommit<>(vertx, TOGETHER, WAITING, this::commit);
  }

  /** Takes a mark; its answer follows. From any thread. */
  public void keep(ReadMark mark) {
    if (!commits.offer(mark)) {
      mark.answer().accept(UNAVAILABLE);
    }
  }

  /** What was decided: one code for each mark, and the marks that move on. */
  private record Decided(List<String> codes, List<MessagesRead> moved) {}

  private Future<?> commit(List<ReadMark> marks) {
    return Transaction.run(pool, Scope.MARKS, tx -> readAndKeep(tx, marks))
        .onSuccess(decided -> tell(marks, decided))
        .onFailure(
            failure -> {
              LOG.marksFailed(failure.getClass().getSimpleName());
              marks.forEach(mark -> mark.answer().accept(UNAVAILABLE));
            });
  }

  private Future<Decided> readAndKeep(SqlConnection tx, List<ReadMark> marks) {
    return MarkStatements.read(tx, marks)
        .compose(
            standings -> {
              var decided = decide(marks, standings);
              return Transaction.commit(
                      tx,
                      List.of(
                          MarkStatements.keep(tx, decided.moved()),
                          Append.to(outbox, tx, records(decided))))
                  .map(decided);
            });
  }

  private Decided decide(List<ReadMark> marks, Map<Place, Standing> standings) {
    var now = clock.instant();
    // In the order of the places, so that two instances never wait for each other in a circle.
    Map<Place, MessagesRead> moved = new TreeMap<>();
    List<String> codes = new ArrayList<>();
    for (ReadMark mark : marks) {
      var place = Place.of(mark);
      var standing = standings.get(place);
      var code = refusal(mark, standing);
      codes.add(code);
      if (code.isEmpty() && standing != null && mark.seq() > standing.seq()) {
        var read = new MessagesRead(mark.roomId(), mark.personId(), mark.seq(), now);
        moved.merge(place, read, (one, other) -> one.seq() > other.seq() ? one : other);
      }
    }
    return new Decided(codes, List.copyOf(moved.values()));
  }

  private static String refusal(
      ReadMark mark, @org.jspecify.annotations.Nullable Standing standing) {
    if (standing == null) {
      return "room-unknown";
    }
    return mark.seq() < 1 || mark.seq() > standing.lastSeq() ? "seq-unknown" : ReadMark.KEPT;
  }

  private static List<OutboxRecord> records(Decided decided) {
    return decided.moved().stream()
        .map(read -> OutboxRecord.of(Ids.next(), Topics.MESSAGES, read.roomId(), read))
        .toList();
  }

  private void tell(List<ReadMark> marks, Decided decided) {
    decided.moved().forEach(rooms::marked);
    for (int i = 0; i < marks.size(); i++) {
      answer(marks.get(i), decided.codes().get(i));
    }
  }

  /** A refusal is in the log before it is answered (R6). */
  private void answer(ReadMark mark, String code) {
    if (code.isEmpty()) {
      mark.answer().accept(code);
    } else {
      refusals.written(mark.personId(), mark.roomId(), code).onSuccess(mark.answer()::accept);
    }
  }
}
