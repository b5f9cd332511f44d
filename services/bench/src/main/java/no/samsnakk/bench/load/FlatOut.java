package no.samsnakk.bench.load;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A closed loop: so many messages are on their way at a time, and for each that is answered the
 * next browser in turn sends one. More and more are let on their way until it gets no faster; then
 * that best one is kept up.
 */
public final class FlatOut {
  private static final List<Integer> RAMP = List.of(64, 256, 512, 1024, 2048, 4096);
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final double NO_FASTER = 0.9;

  private final Crowd crowd;
  private int turn;
  private boolean going;

  public FlatOut(Crowd crowd) {
    this.crowd = crowd;
  }

  /** What each step of the ramp was served. */
  public record Step(int onTheirWay, double acceptedPerSecond) {}

  /** The ramp; ends when a step is clearly slower than the best before it. */
  public List<Step> ramp() {
    var steps = new ArrayList<Step>();
    double best = 0;
    for (int onTheirWay : RAMP) {
      var step = new Step(onTheirWay, run(onTheirWay, STEP).perSecond());
      steps.add(step);
      if (step.acceptedPerSecond() < best * NO_FASTER) {
        break;
      }
      best = Math.max(best, step.acceptedPerSecond());
    }
    return steps;
  }

  /** How many on their way served best. */
  public static int best(List<Step> ramp) {
    return ramp.stream()
        .max(Comparator.comparingDouble(Step::acceptedPerSecond))
        .map(Step::onTheirWay)
        .orElseThrow();
  }

  /**
   * Keeps so many on their way for so long; what is answered after that does not count as speed.
   */
  public Served run(int onTheirWay, Duration time) {
    var counts = crowd.onLoop(() -> Future.succeededFuture(crowd.sendings().begin()));
    long start = System.nanoTime();
    crowd.run(() -> start(onTheirWay));
    LockSupport.parkNanos(time.toNanos());
    long inTime = crowd.onLoop(() -> Future.succeededFuture(stop(counts)));
    var over = Duration.ofNanos(System.nanoTime() - start);
    crowd.settle();
    return Served.of(counts, over, inTime);
  }

  private void start(int onTheirWay) {
    going = true;
    crowd.whenAnswered(this::next);
    for (int i = 0; i < onTheirWay; i++) {
      next();
    }
  }

  private long stop(Sendings.Counts counts) {
    going = false;
    crowd.whenAnswered(() -> {});
    return counts.accepted;
  }

  private void next() {
    if (!going) {
      return;
    }
    for (int tries = 0; tries < crowd.browsers().size(); tries++) {
      var browser = crowd.browsers().get(turn++ % crowd.browsers().size());
      if (browser.isOpen()) {
        browser.send(System.nanoTime());
        return;
      }
    }
    crowd.later(this::next);
  }
}
