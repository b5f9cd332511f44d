package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to break things, and by which plan.
 *
 * @param time of the faults alone; starting and reckoning come on top
 */
record FaultOptions(Duration time, long seed) {
  static final String USAGE =
      """
      ./samsnakk bench --faults [--seconds 300] [--seed ‹number›]
      Starts PostgreSQL, Kafka, two instances of messaging and audit of its own, lets forty people
      write, breaks one part after the other, and says whether every promise was kept. The same
      --seed and --seconds make the same plan again. docs/faults.md says what the findings mean.""";

  private static final Duration USUAL = Duration.ofSeconds(300);

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a text for whoever typed it
   */
  static FaultOptions parse(List<String> words) {
    var options = new FaultOptions(USUAL, ThreadLocalRandom.current().nextInt(1_000_000));
    for (var left = words.iterator(); left.hasNext(); ) {
      var name = left.next();
      options =
          switch (name) {
            case "--faults" -> options;
            case "--seconds" -> new FaultOptions(seconds(number(name, left)), options.seed);
            case "--seed" -> new FaultOptions(options.time, number(name, left));
            default -> throw new IllegalArgumentException("--faults does not know " + name);
          };
    }
    return options;
  }

  private static Duration seconds(long number) {
    if (number < 1) {
      throw new IllegalArgumentException("--seconds wants at least one");
    }
    return Duration.ofSeconds(number);
  }

  private static long number(String name, Iterator<String> left) {
    try {
      return Long.parseLong(left.next());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(name + " wants a number", e);
    }
  }

  /** When even a slow machine has long been done. */
  Duration limit() {
    return time.multipliedBy(4).plus(Duration.ofMinutes(12));
  }
}
