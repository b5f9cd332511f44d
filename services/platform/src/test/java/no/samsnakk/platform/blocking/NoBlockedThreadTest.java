package no.samsnakk.platform.blocking;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.samsnakk.contracts.blocking.NoBlockedThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks event loops on purpose, and has every other test fail if one does so by mistake. */
class NoBlockedThreadTest {
  private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setBlockedThreadCheckInterval(100)
              .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
              .setMaxEventLoopExecuteTime(200)
              .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
  private final Warnings warnings = new Warnings();
  private final CountDownLatch goesOn = new CountDownLatch(1);

  @BeforeEach
  void begin() {
    CHECKER.addHandler(warnings);
  }

  @AfterEach
  void end() {
    goesOn.countDown();
    CHECKER.removeHandler(warnings);
    vertx.close().toCompletionStage().toCompletableFuture().join();
    NoBlockedThread.forget();
  }

  @Test
  void R12_an_event_loop_that_waits_fails_its_test() {
    vertx.runOnContext(nothing -> waitFor(goesOn));

    var found = new CopyOnWriteArrayList<String>();
    await().until(() -> found.addAll(NoBlockedThread.forget()));
    await().until(() -> warnings.count() > found.size() + 1);
    assertThatThrownBy(() -> new NoBlockedThread().afterAll(null))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("An event loop has waited (R12)")
        .hasMessageContaining(getClass().getSimpleName() + ".waitFor");
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As on a machine that has a lot else to do. */
  @Test
  void one_that_is_slow_does_not() {
    var enough = new AtomicBoolean();
    vertx.runOnContext(
        nothing -> {
          while (!enough.get()) {
            Thread.onSpinWait();
          }
        });

    await().until(() -> warnings.count() > 2);
    enough.set(true);

    assertThat(NoBlockedThread.forget()).isEmpty();
  }

  private static final class Warnings extends Handler {
    private final List<String> texts = new CopyOnWriteArrayList<>();

    int count() {
      return texts.size();
    }

    @Override
    public void publish(LogRecord warning) {
      texts.add("" + warning.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
