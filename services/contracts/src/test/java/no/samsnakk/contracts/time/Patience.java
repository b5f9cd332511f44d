package no.samsnakk.contracts.time;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what will come, on a machine that has a lot else to do. */
public final class Patience {
  private static final Duration ENOUGH = Duration.ofSeconds(60);

  private Patience() {}

  /** Awaitility's own, whose ten seconds are too few. */
  public static ConditionFactory await() {
    return Awaitility.await().atMost(ENOUGH);
  }
}
