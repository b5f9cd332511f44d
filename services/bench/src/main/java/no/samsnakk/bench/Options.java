package no.samsnakk.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param growth whether to measure how the cost grows, and nothing else
 */
public record Options(Map<Setting, Integer> numbers, boolean growth) {
  static final String USAGE =
      """
      ./samsnakk bench [--long] [--growth] [--<setting> <number>]…
      Starts PostgreSQL, Kafka, messaging and audit of its own, loads them over sockets from this
      machine alone, prints a table, and stops everything it started. About six minutes a run; with
      --long about forty, with ten minutes each of soak and of ten thousand idle sockets. --growth
      measures only how the cost grows with rooms, people and messages. Where 0 is allowed, it leaves
      the part out.

      """
          + Stream.of(Setting.values()).map(Setting::usage).collect(Collectors.joining("\n"));

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a text for whoever typed it
   */
  public static Options parse(String... words) {
    var said = Arrays.asList(words);
    Map<Setting, Integer> numbers = new EnumMap<>(Setting.class);
    for (var setting : Setting.values()) {
      numbers.put(setting, setting.usual(said.contains("--long")));
    }
    for (var left = said.iterator(); left.hasNext(); ) {
      var word = left.next();
      if (!word.equals("--long") && !word.equals("--growth")) {
        var setting = setting(word).filter(known -> left.hasNext()).orElseThrow(Options::unknown);
        numbers.put(setting, number(setting, left.next()));
      }
    }
    return new Options(numbers, said.contains("--growth"));
  }

  public int get(Setting setting) {
    return numbers.getOrDefault(setting, 0);
  }

  public Duration seconds(Setting setting) {
    return Duration.ofSeconds(get(setting));
  }

  public boolean has(Setting setting) {
    return get(setting) > 0;
  }

  /** When even a slow machine has long been done: then it is stopped, finished or not. */
  Duration limit() {
    var run =
        Stream.of(
                Setting.WARMUP,
                Setting.SECONDS,
                Setting.MIXED_SECONDS,
                Setting.FLAT_SECONDS,
                Setting.PROFILE_SECONDS,
                Setting.SLOW_SECONDS,
                Setting.SOAK,
                Setting.IDLE_SECONDS)
            .map(this::seconds)
            .reduce(Duration.ofMinutes(15), Duration::plus);
    return growth ? Duration.ofMinutes(90) : run.multipliedBy(2L * get(Setting.RUNS));
  }

  private static Optional<Setting> setting(String word) {
    return Stream.of(Setting.values())
        .filter(setting -> word.equals("--" + setting.word()))
        .findFirst();
  }

  private static IllegalArgumentException unknown() {
    var known = Stream.of(Setting.values()).map(Setting::word).sorted().toList();
    return new IllegalArgumentException(
        "expected --long, --growth, or one of " + known + " and a number");
  }

  private static int number(Setting setting, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= setting.least()) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "--%s wants a number from %d on, not %s".formatted(setting.word(), setting.least(), text));
  }
}
