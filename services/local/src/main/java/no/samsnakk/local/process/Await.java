package no.samsnakk.local.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Waits until something is so. */
public final class Await {
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Await() {}

  /**
   * Tries until the attempt no longer throws, while the process lives.
   *
   * @throws ChildFailed when the process ends, or time is up
   */
  public static <T> T ready(Child child, Duration limit, Callable<T> attempt) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      child.requireAlive();
      Optional<T> answer = attempted(attempt);
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new ChildFailed(
            child.name() + " was not ready within " + limit.toSeconds() + " s", child.log());
      }
      pause();
    }
  }

  private static <T> Optional<T> attempted(Callable<T> attempt) {
    try {
      return Optional.of(attempt.call());
    } catch (Exception notYet) {
      return Optional.empty();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
