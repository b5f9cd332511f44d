package no.samsnakk.messaging.writing.batch;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Shares transactions: while one is under way, what comes in collects for the next.
 *
 * <pre>
 *   idle:   a ─▶ [a]────fsync──▶
 *   busy:   a ─▶ [a]────fsync──▶[b c d e]────fsync──▶[f g …
 *                  b c d e ──┘    f g … ─────┘
 * </pre>
 *
 * The first one waits for nothing, and the busier it gets the more share one fsync. Items are
 * committed in the order in which they were offered. The queue is bounded; {@link #offer} says no
 * when it is full.
 */
public final class GroupCommit<T> {
  private final Context context;
  private final int most;
  private final int capacity;
  private final Function<List<T>, Future<?>> commit;
  private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean busy = new AtomicBoolean();

  /**
   * @param most items in one transaction
   * @param capacity items that may wait
   * @param commit answers to its items itself, whatever happens; called with one batch at a time,
   *     always on the same event loop
   */
  public GroupCommit(Vertx vertx, int most, int capacity, Function<List<T>, Future<?>> commit) {
    this.context = ((VertxInternal) vertx).createEventLoopContext();
    this.most = most;
    this.capacity = capacity;
    this.commit = commit;
  }

  /** Takes the item, or says no because too many are waiting. From any thread. */
  public boolean offer(T item) {
    if (size.incrementAndGet() > capacity) {
      size.decrementAndGet();
      return false;
    }
    waiting.add(item);
    wake();
    return true;
  }

  private void wake() {
    if (busy.compareAndSet(false, true)) {
      context.runOnContext(nothing -> next());
    }
  }

  private void next() {
    List<T> batch = take();
    if (!batch.isEmpty()) {
      run(batch).onComplete(done -> context.runOnContext(nothing -> next()));
      return;
    }
    busy.set(false);
    // One may have been added after the look and before the flag fell.
    if (!waiting.isEmpty()) {
      wake();
    }
  }

  private Future<?> run(List<T> batch) {
    try {
      return commit.apply(batch);
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private List<T> take() {
    List<T> batch = new ArrayList<>();
    while (batch.size() < most) {
      T item = waiting.poll();
      if (item == null) {
        break;
      }
      size.decrementAndGet();
      batch.add(item);
    }
    return batch;
  }
}
