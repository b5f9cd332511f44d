package no.samsnakk.bench.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Deals faults: every kind once, in an order of chance, before any comes again. */
final class Deck {
  private final RandomGenerator random;
  private final int instances;
  private final int longest;
  private final Deque<Kind> left = new ArrayDeque<>();

  private interface Kind {
    Fault fault();
  }

  private final List<Kind> kinds =
      List.of(
          () -> new Fault.Kill(instance(), seconds(1, 3)),
          () -> new Fault.Kill(instance(), seconds(1, 3)),
          () -> new Fault.Freeze(instance(), upToLongest()),
          () -> new Fault.CutDatabase(instance()),
          () -> new Fault.StallDatabase(instance(), seconds(2, 8)),
          () -> new Fault.SlowDatabase(instance(), milliseconds(5, 100), seconds(2, 5)),
          () -> new Fault.LoseCommitAnswers(instance(), number(1, 3)),
          () -> new Fault.LoseCommitAnswers(instance(), number(1, 3)),
          Fault.RestartPostgres::new,
          Fault.CutKafka::new,
          () -> new Fault.StallKafka(upToLongest()),
          () -> new Fault.StopKafka(upToLongest()),
          () -> new Fault.FillDisk(seconds(2, 4)));

  /**
   * @param longest the most seconds that Kafka is away, or an instance frozen
   */
  Deck(RandomGenerator random, int instances, int longest) {
    this.random = random;
    this.instances = instances;
    this.longest = longest;
  }

  Fault next() {
    if (left.isEmpty()) {
      var shuffled = new ArrayList<>(kinds);
      Collections.shuffle(shuffled, Random.from(random));
      left.addAll(shuffled);
    }
    return left.remove().fault();
  }

  private int instance() {
    return random.nextInt(instances);
  }

  private Duration upToLongest() {
    return seconds(3, longest);
  }

  private Duration seconds(int from, int to) {
    return Duration.ofSeconds(number(from, to));
  }

  private Duration milliseconds(int from, int to) {
    return Duration.ofMillis(number(from, to));
  }

  private int number(int from, int to) {
    return random.nextInt(from, to + 1);
  }
}
