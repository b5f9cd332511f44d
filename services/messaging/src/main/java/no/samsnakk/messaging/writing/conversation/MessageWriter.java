package no.samsnakk.messaging.writing.conversation;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.keys.RoomKeys;
import no.samsnakk.messaging.live.delivery.RoomChannels;
import no.samsnakk.messaging.reading.access.Access;
import no.samsnakk.messaging.reading.entry.EntryKinds;
import no.samsnakk.messaging.reading.entry.SealedEntry;
import no.samsnakk.messaging.wire.limits.Limits;
import no.samsnakk.messaging.wire.limits.Rates;
import no.samsnakk.messaging.wire.refusal.Refusals;
import no.samsnakk.messaging.writing.batch.Alone;
import no.samsnakk.messaging.writing.batch.GroupCommit;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.messaging.writing.conversation.Verdicts.Verdict;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Keeps messages (R2): one transaction for many, in two round trips to PostgreSQL.
 *
 * <pre>
 *   drafts that came while the last batch was being committed
 *      │
 *      ▼ 1st: begin · lock the rooms · read access and lock it (R4) · same ids sent before?
 *      │        · what are they about?
 *   Decision: refuse, repeat, or next seq and encrypt (R9)
 *      │
 *      ▼ 2nd: insert messages, move the rooms on · outbox · commit ── fsync
 *   answer the senders, hand to the sockets of this instance
 * </pre>
 *
 * <p>A refusal leaves the others in the batch untouched, who do not wait for it: it is written to
 * the log by a commit of its own before it is answered (R6). A message's own trace is its
 * EntryCommitted event. After any technical failure, also when the commit's answer was lost, all of
 * the batch are told {@code temporarily-unavailable} and send again: what was committed after all
 * is found by its id and answered as accepted.
 */
@ApplicationScoped
public class MessageWriter {
  private static final long PATIENCE_SECONDS = 5;

  private final Pool pool;
  private final Outbox outbox;
  private final EntryKinds kinds;
  private final RoomKeys keys;
  private final Refusals refusals;
  private final RoomChannels rooms;
  private final Rates rates;
  private final Clock clock;
  private final Measures measures;
  private final GroupCommit<Draft> commits;

  /** Rooms whose conversation is known to have begun; it never ends. */
  private final Cache<UUID, Boolean> begun = Caffeine.newBuilder().maximumSize(100_000).build();

  MessageWriter(
      Vertx vertx,
      Pool pool,
      Outbox outbox,
      EntryKinds kinds,
      RoomKeys keys,
      Refusals refusals,
      RoomChannels rooms,
      Limits limits,
      Rates rates,
      Clock clock,
      MeterRegistry meters) {
    this.pool = pool;
    this.outbox = outbox;
    this.kinds = kinds;
    this.keys = keys;
    this.refusals = refusals;
    this.rooms = rooms;
    this.rates = rates;
    this.clock = clock;
    this.measures = new Measures(meters);
    this.commits =
        new GroupCommit<>(
            vertx, limits.messagesPerCommit(), limits.messagesWaiting(), this::commit);
  }

  /** Takes a draft; its answer follows. From any thread. */
  public void write(Draft draft) {
    if (!commits.offer(draft)) {
      draft.answer().accept(Outcome.TEMPORARILY_UNAVAILABLE);
    }
  }

  private Future<?> commit(List<Draft> drafts) {
    var started = measures.batch(drafts.size());
    return keys.transaction(pool, Scope.WRITER, tx -> readAndKeep(tx, drafts))
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .onSuccess(
            verdicts -> {
              measures.committed(started);
              verdicts.verdicts().forEach(this::tell);
            })
        .onFailure(failure -> fail(drafts, failure));
  }

  private Future<Verdicts> readAndKeep(SqlConnection tx, List<Draft> drafts) {
    return read(tx, drafts)
        .compose(
            facts -> {
              var verdicts = Decision.about(drafts, facts, kinds, keys, rates, clock.instant());
              return keep(tx, verdicts)
                  .map(
                      committed -> {
                        facts.lastSeq().keySet().forEach(room -> begun.put(room, true));
                        return verdicts;
                      });
            });
  }

  private Future<Facts> read(SqlConnection tx, List<Draft> drafts) {
    Set<UUID> roomIds = drafts.stream().map(Draft::roomId).collect(Collectors.toSet());
    var fresh = roomIds.stream().filter(room -> begun.getIfPresent(room) == null).toList();
    var begin = BatchStatements.beginConversations(tx, fresh);
    var lastSeq = BatchStatements.lock(tx, roomIds);
    var access = BatchStatements.access(tx, drafts);
    var everybodys = BatchStatements.everybodysAccess(tx, drafts);
    var existing = BatchStatements.existing(tx, drafts);
    var earlier = BatchStatements.earlier(tx, drafts);
    var ciphers = keys.of(tx, roomIds);
    return Future.all(List.of(begin, lastSeq, access, everybodys, existing, earlier, ciphers))
        .compose(
            all -> {
              List<SealedEntry> opened = new ArrayList<>(existing.result().values());
              opened.addAll(earlier.result().entries());
              return keys.fitting(tx, ciphers.result(), SealedEntry.ciphertexts(opened));
            })
        .map(
            fitting ->
                new Facts(
                    lastSeq.result(),
                    Access.byRoom(access.result()),
                    everybodys.result(),
                    existing.result(),
                    earlier.result(),
                    fitting));
  }

  private Future<?> keep(SqlConnection tx, Verdicts verdicts) {
    var kept = BatchStatements.keep(tx, verdicts.kept());
    var newKeys = keys.store(tx, verdicts.keys());
    var appended = Append.to(outbox, tx, records(verdicts));
    return Transaction.commit(tx, List.of(kept, newKeys, appended));
  }

  private List<OutboxRecord> records(Verdicts verdicts) {
    List<OutboxRecord> records = new ArrayList<>();
    for (Verdict verdict : verdicts.verdicts()) {
      var draft = verdict.draft();
      var kept = verdict.kept();
      if (kept != null) {
        records.add(
            new OutboxRecord(
                draft.entryId(),
                Topics.MESSAGES,
                draft.roomId().toString(),
                kept.event(),
                draft.traceparent()));
      }
    }
    return records;
  }

  /** The others first: they wait for it, the sender only wants to know. */
  private void tell(Verdict verdict) {
    var kept = verdict.kept();
    if (kept != null) {
      measures.accepted();
      Alone.run(() -> rooms.committed(kept.entry()));
    }
    Alone.run(() -> answer(verdict.draft(), verdict.outcome()));
  }

  private void answer(Draft draft, Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused
        && !refused.equals(Outcome.TEMPORARILY_UNAVAILABLE)) {
      refusals
          .written(draft.senderId(), draft.roomId(), refused.code())
          .onSuccess(code -> draft.answer().accept(new Outcome.Refused(code)));
    } else {
      draft.answer().accept(outcome);
    }
  }

  private void fail(List<Draft> drafts, Throwable failure) {
    LOG.batchFailed(drafts.size(), failure.getClass().getSimpleName());
    drafts.forEach(
        draft -> Alone.run(() -> draft.answer().accept(Outcome.TEMPORARILY_UNAVAILABLE)));
  }
}
