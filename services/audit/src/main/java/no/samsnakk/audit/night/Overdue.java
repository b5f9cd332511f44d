package no.samsnakk.audit.night;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notices that what is due every night was not done for 36 hours, and tells that once an hour for
 * as long as it lasts. An instance that has just started says nothing for an hour: in that it is
 * made up for.
 */
public final class Overdue {
  private static final Duration LONGEST = Duration.ofHours(36);
  private static final Duration HOUR = Duration.ofHours(1);

  private final InstantSource clock;
  private final Consumer<String> tell;
  private Instant silentUntil;
  private volatile boolean overdue;

  /**
   * Begins to count now.
   *
   * @param tell hears when it was done last, in words
   */
  public Overdue(InstantSource clock, Consumer<String> tell) {
    this.clock = clock;
    this.tell = tell;
    this.silentUntil = clock.instant().plus(HOUR);
  }

  /**
   * Looks whether it is overdue.
   *
   * @param last when it was done last, if ever
   */
  public synchronized void look(Optional<Instant> last) {
    var now = clock.instant();
    boolean late = last.isEmpty() || last.get().isBefore(now.minus(LONGEST));
    boolean told = late && !now.isBefore(silentUntil);
    overdue = late && (overdue || told);
    if (told) {
      silentUntil = now.plus(HOUR);
      tell.accept(last.map(Instant::toString).orElse("never"));
    }
  }

  /** 1 while it is, else 0: for a gauge. */
  public double gauge() {
    return overdue ? 1 : 0;
  }
}
