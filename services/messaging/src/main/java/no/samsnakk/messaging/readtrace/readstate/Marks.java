package no.samsnakk.messaging.readtrace.readstate;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samsnakk.contracts.event.MarkEvent;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.MessagesReceived;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.live.delivery.RoomChannels;
import no.samsnakk.messaging.readtrace.readstate.MarkDraft.Kind;
import no.samsnakk.messaging.readtrace.readstate.MarkStatements.Standing;
import no.samsnakk.messaging.wire.refusal.Refusals;
import no.samsnakk.messaging.writing.batch.Alone;
import no.samsnakk.messaging.writing.batch.GroupCommit;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps which messages people have read, and which have reached a device of theirs; many marks
 * share a commit, as messages do. Nothing is marked but what was said to be: who looks at the
 * newest has not read what she passed over. What was marked stays so, but for the first of a
 * thousand stretches that lie apart from each other (decision 54).
 */
@ApplicationScoped
public class Marks {
  private static final int TOGETHER = 500;
  private static final int WAITING = 20_000;

  /**
   * So many stretches of marked messages are kept of one person in a room. Who passes over more
   * marks nothing further between them; what she reads at the end counts, and the first one goes.
   */
  static final int MOST_STRETCHES = 1_000;

  /** Of so many marks of one person in a room, the newest, it is kept when she made them. */
  static final int TIMED = 16;

  /** What was decided about a mark. */
  private sealed interface Verdict {
    record Kept() implements Verdict {}

    record Refused(RefusalCode code) implements Verdict {}

    /** No answer: it depends on what another one of the same commit leaves. */
    record JudgedLater() implements Verdict {}
  }

  private final Pool pool;
  private final Outbox outbox;
  private final Refusals refusals;
  private final RoomChannels rooms;
  private final Clock clock;
  private final GroupCommit<MarkDraft> reads;
  private final GroupCommit<MarkDraft> receipts;

  Marks(Vertx vertx, Pool pool, Outbox outbox, Refusals refusals, RoomChannels rooms, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.refusals = refusals;
    this.rooms = rooms;
    this.clock = clock;
    this.reads = new GroupCommit<>(vertx, TOGETHER, WAITING, drafts -> commit(Kind.READ, drafts));
    this.receipts =
        new GroupCommit<>(vertx, TOGETHER, WAITING, drafts -> commit(Kind.RECEIVED, drafts));
  }

  /** Takes a mark; its answer follows. From any thread. */
  public void keep(MarkDraft draft) {
    if (!draft.isRange()) {
      answer(draft, new Verdict.Refused(RefusalCode.SEQ_UNKNOWN));
    } else if (!(draft.kind() == Kind.READ ? reads : receipts).offer(draft)) {
      unavailable(draft);
    }
  }

  /**
   * What was decided.
   *
   * @param verdicts one for each draft, in their order
   * @param news those that say something new
   */
  private record Decided(List<Verdict> verdicts, List<MarkDraft> news, Instant at) {
    List<MarkEvent> events() {
      return news.stream().map(this::event).toList();
    }

    private MarkEvent event(MarkDraft draft) {
      return switch (draft.kind()) {
        case READ ->
            new MessagesRead(draft.roomId(), draft.personId(), draft.fromSeq(), draft.seq(), at);
        case RECEIVED ->
            new MessagesReceived(
                draft.roomId(), draft.personId(), draft.fromSeq(), draft.seq(), at);
      };
    }
  }

  private Future<?> commit(Kind kind, List<MarkDraft> drafts) {
    return Transaction.run(pool, Scope.MARKS, tx -> readAndKeep(tx, kind, drafts))
        .onSuccess(decided -> tell(drafts, decided))
        .onFailure(
            failure -> {
              LOG.marksFailed(failure.getClass().getSimpleName());
              drafts.forEach(draft -> Alone.run(() -> unavailable(draft)));
            });
  }

  private Future<Decided> readAndKeep(SqlConnection tx, Kind kind, List<MarkDraft> drafts) {
    return MarkStatements.read(tx, kind, drafts)
        .compose(
            standings -> {
              var decided = decide(drafts, standings);
              return Transaction.commit(
                      tx,
                      List.of(
                          MarkStatements.keep(tx, kind, decided.news(), decided.at()),
                          Append.to(outbox, tx, records(decided))))
                  .map(decided);
            });
  }

  private Decided decide(List<MarkDraft> drafts, Map<Integer, Standing> standings) {
    List<Verdict> verdicts = new ArrayList<>();
    List<MarkDraft> news = new ArrayList<>();
    Map<List<UUID>, Integer> newsOf = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      var draft = drafts.get(i);
      var standing = standings.get(i);
      var whose = List.of(draft.roomId(), draft.personId());
      var verdict = judge(draft, standing, newsOf.getOrDefault(whose, 0));
      verdicts.add(verdict);
      if (verdict instanceof Verdict.Kept && standing != null && !standing.known()) {
        news.add(draft);
        newsOf.merge(whose, 1, Integer::sum);
      }
    }
    return new Decided(verdicts, news, clock.instant());
  }

  /**
   * What stands is what stood before this commit. As long as there is room for all of them it makes
   * no difference; else each is judged by what those before it have left.
   */
  private static boolean isCrowded(Standing standing, int newsBefore) {
    return newsBefore > 0 && standing.stretches() + newsBefore > MOST_STRETCHES;
  }

  private static Verdict judge(MarkDraft draft, @Nullable Standing standing, int newsBefore) {
    if (standing == null) {
      return new Verdict.Refused(RefusalCode.ROOM_UNKNOWN);
    }
    if (isCrowded(standing, newsBefore)) {
      return new Verdict.JudgedLater();
    }
    if (draft.seq() > standing.lastSeq()) {
      return new Verdict.Refused(RefusalCode.SEQ_UNKNOWN);
    }
    boolean fits = standing.known() || standing.stretches() <= MOST_STRETCHES;
    return fits || draft.seq() > standing.furthest()
        ? new Verdict.Kept()
        : new Verdict.Refused(RefusalCode.MARKS_SCATTERED);
  }

  private static List<OutboxRecord> records(Decided decided) {
    return decided.events().stream()
        .map(event -> OutboxRecord.of(Ids.next(), Topics.MESSAGES, event.roomId(), event))
        .toList();
  }

  private void tell(List<MarkDraft> drafts, Decided decided) {
    decided.events().forEach(mark -> Alone.run(() -> rooms.marked(mark)));
    IntStream.range(0, drafts.size())
        .forEach(i -> Alone.run(() -> answer(drafts.get(i), decided.verdicts().get(i))));
  }

  /** A refusal is in the log before it is answered (R6). */
  private void answer(MarkDraft draft, Verdict verdict) {
    switch (verdict) {
      case Verdict.JudgedLater later -> keep(draft);
      case Verdict.Kept kept -> draft.answer().accept(Optional.empty());
      case Verdict.Refused(RefusalCode code) ->
          refusals
              .written(draft.personId(), draft.roomId(), code)
              .onSuccess(answer -> draft.answer().accept(Optional.of(answer)));
    }
  }

  private static void unavailable(MarkDraft draft) {
    draft.answer().accept(Optional.of(RefusalCode.TEMPORARILY_UNAVAILABLE));
  }
}
