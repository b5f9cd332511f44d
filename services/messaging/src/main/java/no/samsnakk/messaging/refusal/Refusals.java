package no.samsnakk.messaging.refusal;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditRecorded;
import no.samsnakk.messaging.batch.Append;
import no.samsnakk.messaging.batch.GroupCommit;
import no.samsnakk.platform.audittrail.AuditTrail;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.outbox.OutboxRecord;

/** Writes refusals to the log before they are answered (R6), many in one commit. */
@ApplicationScoped
public class Refusals {
  private static final int TOGETHER = 500;
  private static final int WAITING = 20_000;
  private static final String LOG_UNAVAILABLE = "log-unavailable";

  private final Pool pool;
  private final Outbox outbox;
  private final Clock clock;
  private final MeterRegistry meters;
  private final GroupCommit<Written> commits;

  private record Written(OutboxRecord entry, Promise<Void> done) {}

  Refusals(Vertx vertx, Pool pool, Outbox outbox, Clock clock, MeterRegistry meters) {
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
    this.meters = meters;
    this.commits = new GroupCommit<>(vertx, TOGETHER, WAITING, this::commit);
  }

  /**
   * Writes that this person was refused something.
   *
   * @return the code to answer with: the one given, or {@code log-unavailable} if it could not be
   *     written
   */
  public Future<String> written(UUID personId, UUID roomId, String code) {
    Promise<Void> done = Promise.promise();
    if (!commits.offer(new Written(entry(personId, roomId, code), done))) {
      return Future.succeededFuture(LOG_UNAVAILABLE);
    }
    return done.future().map(code).otherwise(LOG_UNAVAILABLE);
  }

  /** The entry, for those who write it in a transaction of their own. */
  public OutboxRecord entry(UUID personId, UUID roomId, String code) {
    meters.counter("samsnakk.refused", "code", code).increment();
    return AuditTrail.record(
        AuditRecorded.refused(Ids.next(), clock.instant(), personId, roomId, code));
  }

  private Future<?> commit(List<Written> refusals) {
    var entries = refusals.stream().map(Written::entry).toList();
    return Append.to(outbox, pool, entries)
        .onSuccess(done -> refusals.forEach(refusal -> refusal.done().complete()))
        .onFailure(failure -> refusals.forEach(refusal -> refusal.done().fail(failure)));
  }
}
