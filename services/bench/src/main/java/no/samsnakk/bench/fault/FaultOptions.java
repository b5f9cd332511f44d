package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to break things, and by which plan.
 *
 * @param time of the faults alone; starting and reckoning come on top
 * @param kafkaAway where it is not zero, the only fault: Kafka is stopped for so long
 */
record FaultOptions(Duration time, long seed, Duration kafkaAway) {
  static final String USAGE =
      """
      ./samsnakk bench --faults [--seconds 300] [--seed ‹number›] [--kafka-away ‹seconds›]
      Starts PostgreSQL, Kafka, two instances of messaging and audit of its own, lets forty people
      write, breaks one part after the other, and says whether every promise was kept. The same
      --seed and --seconds make the same plan again. With --kafka-away nothing else happens than that
      Kafka is stopped for so long. docs/faults.md says what the findings mean.""";

  private static final Duration USUAL = Duration.ofSeconds(300);

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a text for whoever typed it
   */
  static FaultOptions parse(List<String> words) {
    var options =
        new FaultOptions(USUAL, ThreadLocalRandom.current().nextInt(1_000_000), Duration.ZERO);
    for (var left = words.iterator(); left.hasNext(); ) {
      var name = left.next();
      options =
          switch (name) {
            case "--faults" -> options;
            case "--seconds" -> options.lasting(seconds(name, left));
            case "--seed" -> options.drawnFrom(number(name, left));
            case "--kafka-away" -> options.withoutKafka(seconds(name, left));
            default -> throw new IllegalArgumentException("--faults does not know " + name);
          };
    }
    return options;
  }

  private FaultOptions lasting(Duration time) {
    return new FaultOptions(time, seed, kafkaAway);
  }

  private FaultOptions drawnFrom(long seed) {
    return new FaultOptions(time, seed, kafkaAway);
  }

  private FaultOptions withoutKafka(Duration kafkaAway) {
    return new FaultOptions(time, seed, kafkaAway);
  }

  boolean onlyKafka() {
    return !kafkaAway.isZero();
  }

  /** What is to go wrong with so many instances of messaging. */
  Plan plan(int instances) {
    return onlyKafka() ? Plan.withoutKafka(seed, kafkaAway) : Plan.of(seed, time, instances);
  }

  private static Duration seconds(String name, Iterator<String> left) {
    long number = number(name, left);
    if (number < 1) {
      throw new IllegalArgumentException(name + " wants at least one");
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
    return time.plus(kafkaAway).multipliedBy(4).plus(Duration.ofMinutes(12));
  }
}
