package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.List;

/** {@code ./samsnakk bench --faults}: says with its exit code whether every promise was kept. */
public final class FaultBench {
  /** What can be said on the command line. */
  public static final String USAGE_TEXT = FaultOptions.USAGE;

  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int BROKEN_PROMISE = 3;
  private static final int TOO_SLOW = 4;
  private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(5);
  private static final Duration DRAINED_WITHIN = Duration.ofSeconds(30);

  private static final long START = System.nanoTime();

  private FaultBench() {}

  /** Runs it; the exit code is that of {@code ./samsnakk bench}. */
  public static int main(List<String> words) {
    FaultOptions options;
    try {
      options = FaultOptions.parse(words);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + FaultOptions.USAGE);
      return USAGE;
    }
    endAfter(options.limit());
    try {
      return run(options);
    } catch (RuntimeException e) {
      e.printStackTrace();
      return FAILED;
    }
  }

  private static int run(FaultOptions options) {
    var verdict = new FaultRun(options, FaultBench::say).verdict();
    boolean kept =
        verdict.isKept()
            && verdict.isBackInTime(BACK_WITHIN)
            && (!options.onlyKafka() || verdict.isCaughtUpInTime(HEARD_WITHIN, DRAINED_WITHIN));
    say("the verdict for seed %d:%n%s".formatted(options.seed(), verdict.text()));
    say(kept ? "every promise was kept" : "A PROMISE WAS BROKEN");
    return kept ? 0 : BROKEN_PROMISE;
  }

  static void say(String what) {
    System.out.printf("%5d s  %s%n", (System.nanoTime() - START) / 1_000_000_000, what);
  }

  /** Bounded in time: the reaper ends what we started when we are gone. */
  private static void endAfter(Duration limit) {
    Thread.ofVirtual()
        .start(
            () -> {
              Breaker.pause(limit);
              System.err.println("not done within " + limit.toMinutes() + " minutes: stopped");
              Runtime.getRuntime().halt(TOO_SLOW);
            });
  }
}
