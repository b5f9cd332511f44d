package no.samsnakk.messaging.wire.refusal;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.messaging.writing.batch.GroupCommit;
import no.samsnakk.platform.audittrail.RefusalTally;
import no.samsnakk.platform.audittrail.RefusalWindows;
import no.samsnakk.platform.audittrail.Refused;
import no.samsnakk.platform.audittrail.TraceBudget;
import org.jspecify.annotations.Nullable;

/**
 * Writes refusals to the log before they are answered (R6), many in one commit: the first of a
 * person, room and code as an entry, repeats within the window as a count. What one person can
 * leave in the log is bounded (decision 31).
 */
@ApplicationScoped
public class Refusals {
  private static final int TOGETHER = 500;
  private static final int WAITING = 20_000;

  private final RefusalWindows windows;
  private final RefusalTally tally;
  private final TraceBudget budget;
  private final Clock clock;
  private final MeterRegistry meters;
  private final GroupCommit<Written> commits;

  private record Written(Refused refused, Promise<Void> done) {}

  Refusals(
      Vertx vertx,
      RefusalWindows windows,
      RefusalTally tally,
      TraceBudget budget,
      Clock clock,
      MeterRegistry meters) {
    this.windows = windows;
    this.tally = tally;
    this.budget = budget;
    this.clock = clock;
    this.meters = meters;
    this.commits = new GroupCommit<>(vertx, TOGETHER, WAITING, this::commit);
  }

  /**
   * Whether this person may do one more thing that leaves an entry, asked before it is done. If
   * not, {@link #tooMany} is the answer.
   */
  public boolean allows(UUID personId) {
    return budget.spend(personId);
  }

  /**
   * Writes that this person was refused something.
   *
   * @return the code to answer with: the one given, {@link RefusalCode#TOO_MANY_REQUESTS} if the
   *     person has left too many entries of late, or {@link RefusalCode#LOG_UNAVAILABLE} if it
   *     could not be written; never fails
   */
  public Future<RefusalCode> written(UUID personId, UUID roomId, RefusalCode code) {
    if (!allows(personId)) {
      return tooMany(personId);
    }
    Promise<Void> done = Promise.promise();
    return commits.offer(new Written(refused(personId, roomId, code), done))
        ? done.future().map(code).otherwise(RefusalCode.LOG_UNAVAILABLE)
        : Future.succeededFuture(RefusalCode.LOG_UNAVAILABLE);
  }

  /**
   * Writes that this person has done too much of what leaves an entry: told once, and then counted.
   *
   * @return the code to answer with; never fails
   */
  public Future<RefusalCode> tooMany(UUID personId) {
    return future(tally.counted(refused(personId, null, RefusalCode.TOO_MANY_REQUESTS)))
        .map(RefusalCode.TOO_MANY_REQUESTS)
        .otherwise(RefusalCode.LOG_UNAVAILABLE);
  }

  private Refused refused(UUID personId, @Nullable UUID roomId, RefusalCode code) {
    meters.counter("samsnakk.refused", "code", code.code()).increment();
    return Refused.once(personId, roomId, code.code(), clock.instant());
  }

  private Future<?> commit(List<Written> refusals) {
    return future(windows.write(refusals.stream().map(Written::refused).toList()))
        .onSuccess(done -> refusals.forEach(refusal -> refusal.done().complete()))
        .onFailure(failure -> refusals.forEach(refusal -> refusal.done().fail(failure)));
  }

  private static Future<Void> future(Uni<Void> work) {
    return Future.fromCompletionStage(work.subscribeAsCompletionStage());
  }
}
