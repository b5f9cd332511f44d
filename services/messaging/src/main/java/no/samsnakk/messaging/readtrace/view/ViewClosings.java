package no.samsnakk.messaging.readtrace.view;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

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
import no.samsnakk.messaging.live.delivery.Subscription;
import no.samsnakk.messaging.writing.batch.GroupCommit;
import no.samsnakk.messaging.writing.batch.Scope;
import no.samsnakk.platform.outbox.Append;
import no.samsnakk.platform.outbox.Outbox;
import no.samsnakk.platform.transaction.Transaction;

/**
 * Writes the ends of views to the log, many in one commit; a thousand sockets may end at once. What
 * cannot be written is tried again until it can, which leaves one end, also where an answer was
 * lost; and if the instance dies first another finds the view open ({@link OrphanedViewCloser}).
 */
@ApplicationScoped
class ViewClosings implements Consumer<Subscription> {
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
  private final GroupCommit<EndedView> commits;

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
  public void accept(Subscription ended) {
    write(EndedView.of(ended));
  }

  /**
   * Closes views whose opening was not answered by the database: it may have been committed all the
   * same, or may still be.
   */
  void neverBegan(List<Subscription> views) {
    var ends = views.stream().map(EndedView::withoutBeginning).toList();
    vertx.setTimer(ANSWERED_BY_THEN_MILLIS, timer -> ends.forEach(this::write));
  }

  private void write(EndedView end) {
    unwritten.incrementAndGet();
    commits.offer(end);
  }

  /** Whether all ends are written. */
  boolean done() {
    return unwritten.get() == 0;
  }

  private Future<?> commit(List<EndedView> views) {
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

  private Future<?> tell(SqlConnection tx, List<EndedView> closed, Instant now) {
    var entries = closed.stream().map(view -> ViewEntries.closed(view, now)).toList();
    return Transaction.commit(tx, List.of(Append.to(outbox, tx, entries)));
  }

  private void again(List<EndedView> views, Throwable failure) {
    LOG.closingsFailed(views.size(), failure.getClass().getSimpleName());
    vertx.setTimer(AGAIN_MILLIS, timer -> views.forEach(commits::offer));
  }
}
