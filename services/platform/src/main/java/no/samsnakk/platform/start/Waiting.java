package no.samsnakk.platform.start;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, while a service starts, for something that it cannot work without. */
public final class Waiting {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** Of so many looks in vain the operator is told of one. */
  private static final int TOLD_OF = 30;

  private Waiting() {}

  /**
   * Looks each second until it is there, for as long as the process is to run.
   *
   * @param tell tells the operator that it is waited for
   * @throws IllegalStateException if the process is to end before that
   */
  public static void until(BooleanSupplier isThere, Runnable tell) {
    var waiter = Thread.currentThread();
    var ending = new Thread(waiter::interrupt, "waiting-ends");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      for (int look = 0; !isThere.getAsBoolean(); look++) {
        if (look % TOLD_OF == 0) {
          tell.run();
        }
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      waiter.interrupt();
      throw new IllegalStateException("To end before it has begun", e);
    } finally {
      forget(ending);
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException ends) {
      // The process ends already: it has run.
    }
  }
}
