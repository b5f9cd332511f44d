package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What goes wrong, and when: the same seed and the same time make the same plan on every machine.
 * How the threads of a run meet is not in the plan, so the same plan may still end differently.
 */
record Plan(long seed, List<Step> steps) {
  private static final int A_MINUTE = 60;
  private static final int PART_OF_THE_TIME = 12;
  private static final int SHORTEST = 5;

  /** One fault, after a while without any. */
  record Step(Duration pause, Fault fault) {
    Duration time() {
      return pause.plus(fault.time());
    }
  }

  static Plan of(long seed, Duration time, int instances) {
    var random = new SplittableRandom(seed);
    int longest = Math.clamp(time.toSeconds() / PART_OF_THE_TIME, SHORTEST, A_MINUTE);
    var deck = new Deck(random, instances, longest);
    var steps = new ArrayList<Step>();
    var sum = Duration.ZERO;
    while (sum.compareTo(time) < 0) {
      var step = new Step(Duration.ofMillis(random.nextLong(500, 2_500)), deck.next());
      steps.add(step);
      sum = sum.plus(step.time());
    }
    return new Plan(seed, List.copyOf(steps));
  }

  /** Kafka is away for so long, and nothing else happens. */
  static Plan withoutKafka(long seed, Duration time) {
    return new Plan(seed, List.of(new Step(Duration.ofSeconds(5), new Fault.StopKafka(time))));
  }

  /** For whoever wants to know before it happens. */
  String text() {
    return steps.stream()
        .map(step -> "  after %5d ms  %s".formatted(step.pause().toMillis(), step.fault()))
        .collect(Collectors.joining("\n"));
  }
}
