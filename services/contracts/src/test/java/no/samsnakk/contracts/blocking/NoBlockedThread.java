package no.samsnakk.contracts.blocking;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class in which an event loop waited for longer than Vert.x lets it: for a file, a
 * server, a lock or the clock (R12). JUnit finds it by itself, as Quarkus' own tests have it look,
 * in every module that has this one's test classes.
 *
 * <p>The limit is Vert.x's own, two seconds, and Vert.x's own warning is what is listened to. Those
 * are seconds on the wall: on a busy machine a thread that only wants to compute may have to wait
 * for them too. So what counts is where the thread stands when Vert.x warns. One that computes,
 * however slowly it gets on, is no failure; one that sleeps, is parked, or reads from a file or a
 * network is. Loading a class reads files as well, and is nobody's doing.
 */
public final class NoBlockedThread
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  /** Held, or it would be forgotten with its handler. */
  private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

  private static final List<String> FOUND = new CopyOnWriteArrayList<>();
  private static final Handler HANDLER = new Found();

  @Override
  public void beforeAll(ExtensionContext context) {
    listen();
  }

  /** Once more: by now a service may have started and set up its log. */
  @Override
  public void beforeEach(ExtensionContext context) {
    listen();
  }

  private static synchronized void listen() {
    if (!List.of(CHECKER.getHandlers()).contains(HANDLER)) {
      CHECKER.addHandler(HANDLER);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    var found = forget();
    if (!found.isEmpty()) {
      throw new AssertionError("An event loop has waited (R12):\n" + String.join("\n", found));
    }
  }

  /** What was found since the last time: for the test that blocks one on purpose. */
  public static List<String> forget() {
    var found = List.copyOf(FOUND);
    FOUND.removeAll(found);
    return found;
  }

  private static final class Found extends Handler {
    @Override
    public void publish(LogRecord warning) {
      BlockedThread.of(warning).map(BlockedThread::toString).ifPresent(FOUND::add);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
