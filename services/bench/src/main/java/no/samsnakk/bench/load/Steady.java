package no.samsnakk.bench.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * An open loop: messages are sent when they are due, however slowly the earlier ones are answered,
 * and each is timed from the moment it was due. So a server that stalls is charged for everyone who
 * would have waited (no coordinated omission), and so is a load generator that is late.
 */
public final class Steady {
  private static final long HEAD_START_NANOS = 50_000_000;

  private final Crowd crowd;
  private final SplittableRandom random = new SplittableRandom(7);

  public Steady(Crowd crowd) {
    this.crowd = crowd;
  }

  /** Sends at this rate for so long, waits for what is on its way, and says what became of it. */
  public Served run(int perSecond, Duration time) {
    var counts = crowd.onLoop(() -> Future.succeededFuture(crowd.sendings().begin()));
    long messages = perSecond * time.toSeconds();
    long start = System.nanoTime() + HEAD_START_NANOS;
    for (long i = 0; i < messages; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      waitUntil(due);
      var sender = crowd.browsers().get(random.nextInt(crowd.browsers().size()));
      crowd.run(() -> sender.send(due));
    }
    crowd.settle();
    return Served.of(counts, time, counts.accepted);
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
