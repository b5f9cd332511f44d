package no.samsnakk.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One event loop, and the way onto it for whoever conducts a run from outside. */
final class Loop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE_FOR_A_SOCKET = Duration.ofMillis(150);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));

  /** How long it may take to open so many sockets. */
  static Duration patience(int sockets) {
    return PATIENCE.plus(PATIENCE_FOR_A_SOCKET.multipliedBy(sockets));
  }

  Vertx vertx() {
    return vertx;
  }

  /** Does it on the loop, without waiting. */
  void run(Runnable action) {
    vertx.nettyEventLoopGroup().execute(action);
  }

  /** Does it on the loop, and waits for what it promises. */
  <T> T get(Supplier<Future<T>> action) {
    return get(action, PATIENCE);
  }

  <T> T get(Supplier<Future<T>> action, Duration patience) {
    Promise<T> done = Promise.promise();
    vertx.runOnContext(go -> action.get().onComplete(done));
    try {
      return done.future()
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the sockets do not do what they should", e.getCause());
    }
  }

  void later(long millis, Runnable action) {
    vertx.setTimer(Math.max(1, millis), timer -> action.run());
  }

  /** For the conductor: waits until that moment of {@link System#nanoTime()}. */
  static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
