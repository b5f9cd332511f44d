package no.samsnakk.messaging.view;

import static no.samsnakk.messaging.log.MessagingLog.LOG;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import no.samsnakk.messaging.batch.GroupCommit;
import no.samsnakk.messaging.batch.Scope;
import no.samsnakk.messaging.delivery.View;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Writes the ends of views to the log, many in one commit; a thousand sockets may end at once. What
 * cannot be written is tried again until it can, which leaves one end, also where an answer was
 * lost; and if the instance dies first another finds the view open ({@link FoundOpen}).
 */
@ApplicationScoped
class ViewClosings implements Consumer<View> {
  private static final int TOGETHER = 500;
  private static final long AGAIN_MILLIS = 1_000;

  /** A commit that was under way when its connection was lost is decided long before. */
  private static final long ANSWERED_BY_THEN_MILLIS = 5_000;

  private final Vertx vertx;
  private final Pool pool;
  private final ViewStatements statements;
  private final Outbox outbox;
  private final Clock clock;
  private final AtomicInteger unwritten = new AtomicInteger();
  private final GroupCommit<Ended> commits;

  ViewClosings(
      Vertx vertx,
      Pool pool,
      ViewStatements statements,
      Outbox outbox,
      Clock clock,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.pool = pool;
    this.statements = statements;
    this.outbox = outbox;
    this.clock = clock;
    this.commits = new GroupCommit<>(vertx, TOGETHER, Integer.MAX_VALUE, this::commit);
    meters.gauge("samsnakk.views.unwritten", unwritten);
  }

  @Override
  public void accept(View ended) {
    write(Ended.of(ended));
  }

  /**
   * Closes views whose opening was not answered by the database: it may have been committed all the
   * same, or may still be.
   */
  void neverBegan(List<View> views) {
    var ends = views.stream().map(Ended::withoutBeginning).toList();
    vertx.setTimer(ANSWERED_BY_THEN_MILLIS, timer -> ends.forEach(this::write));
  }

  private void write(Ended end) {
    unwritten.incrementAndGet();
    commits.offer(end);
  }

  /** Whether all ends are written. */
  boolean done() {
    return unwritten.get() == 0;
  }

  private Future<?> commit(List<Ended> views) {
    var now = clock.instant();
    return Transaction.run(
            pool,
            Scope.VIEWS,
            tx ->
                statements
                    .close(tx, views, now)
                    .compose(closed -> tell(tx, closed, now))
                    .map(views.size()))
        .onSuccess(written -> unwritten.addAndGet(-written))
        .onFailure(failure -> again(views, failure));
  }

  private Future<?> tell(SqlConnection tx, List<Ended> closed, Instant now) {
    var entries = closed.stream().map(view -> ViewEntries.closed(view, now)).toList();
    return Transaction.commit(tx, List.of(Append.to(outbox, tx, entries)));
  }

  private void again(List<Ended> views, Throwable failure) {
    LOG.closingsFailed(views.size(), failure.getClass().getSimpleName());
    vertx.setTimer(AGAIN_MILLIS, timer -> views.forEach(commits::offer));
  }
}
