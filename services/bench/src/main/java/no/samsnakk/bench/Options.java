package no.samsnakk.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to measure.
 *
 * @param rooms rooms of five people
 * @param sockets each with its room open; the first five of a room are its people
 * @param rate messages a second at the steady pace
 * @param steady how long the steady pace is kept
 * @param flatOut how long the best of the ramp is kept
 * @param warmUp at the steady pace, before anything is measured
 * @param idle sockets that are opened on top, to see what one costs
 */
public record Options(
    int runs,
    int rooms,
    int sockets,
    int rate,
    Duration warmUp,
    Duration steady,
    Duration flatOut,
    int idle) {
  static final String USAGE =
      """
      ./samsnakk bench [--runs 1] [--rooms 200] [--sockets 1000] [--rate 200] [--warmup 10]
                       [--seconds 60] [--flat-seconds 30] [--idle 2000]
      Starts PostgreSQL, Kafka, messaging and audit of its own, loads them over sockets from this
      machine alone, prints a table, and stops everything it started. --seconds is the steady pace,
      --flat-seconds the time as fast as it goes, --idle the sockets that are opened to see what one
      costs. Seconds and --idle may be 0 to leave a part out.""";

  private static final Map<String, Integer> DEFAULTS =
      Map.of(
          "runs", 1,
          "rooms", 200,
          "sockets", 1000,
          "rate", 200,
          "warmup", 10,
          "seconds", 60,
          "flat-seconds", 30,
          "idle", 2000);
  private static final Set<String> AT_LEAST_ONE = Set.of("runs", "rooms", "sockets", "rate");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a text for whoever typed it
   */
  public static Options parse(String... words) {
    var values = new HashMap<>(DEFAULTS);
    for (var left = Arrays.asList(words).iterator(); left.hasNext(); ) {
      var name = left.next().replaceFirst("^--", "");
      if (!values.containsKey(name) || !left.hasNext()) {
        var known = new TreeMap<>(DEFAULTS).keySet();
        throw new IllegalArgumentException("expected one of " + known + " and a number");
      }
      values.put(name, number(name, left.next()));
    }
    return of(values);
  }

  private static Options of(Map<String, Integer> values) {
    return new Options(
        value(values, "runs"),
        value(values, "rooms"),
        value(values, "sockets"),
        value(values, "rate"),
        Duration.ofSeconds(value(values, "warmup")),
        Duration.ofSeconds(value(values, "seconds")),
        Duration.ofSeconds(value(values, "flat-seconds")),
        value(values, "idle"));
  }

  private static int value(Map<String, Integer> values, String name) {
    return requireNonNull(values.get(name));
  }

  private static int number(String name, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= (AT_LEAST_ONE.contains(name) ? 1 : 0)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("--" + name + " wants a number, not " + text);
  }

  /** When even a slow machine has long been done: then it is stopped, finished or not. */
  Duration limit() {
    return Duration.ofMinutes(10)
        .plus(warmUp)
        .plus(steady)
        .plus(flatOut.multipliedBy(3))
        .multipliedBy(runs);
  }
}
