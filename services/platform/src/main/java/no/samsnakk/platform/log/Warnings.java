package no.samsnakk.platform.log;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Warns the operator of what somebody can bring about as often as he likes. All are counted; a line
 * is written for the first and then once in ten seconds, so that nobody buries other lines under
 * his own.
 */
public final class Warnings {
  private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();

  private final Counter counter;
  private long toldAt = System.nanoTime() - QUIET_NANOS;
  private long since;

  public Warnings(Counter counter) {
    this.counter = counter;
  }

  /** One more; {@code line} writes how many there were since the line before. */
  public synchronized void tell(LongConsumer line) {
    counter.increment();
    since++;
    if (System.nanoTime() - toldAt >= QUIET_NANOS) {
      line.accept(since);
      toldAt = System.nanoTime();
      since = 0;
    }
  }
}
