package no.samsnakk.bench.history;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import no.samsnakk.bench.history.Finding.Kind;

/** R3: incremental state equals a fresh fetch, however often it was cut off and went on. */
public final class Freshness {
  private Freshness() {}

  /** Where it does not. */
  public static List<Finding> check(Collection<Reading> readings) {
    return readings.stream().flatMap(reading -> difference(reading).stream()).toList();
  }

  private static Optional<Finding> difference(Reading reading) {
    var built = reading.built();
    var fresh = reading.fresh();
    if (fresh.isEmpty() && built.isEmpty()) {
      return Optional.empty();
    }
    if (fresh.isEmpty() || built.isEmpty()) {
      return stale(reading, "has %d messages and a fresh one %d", built.size(), fresh.size());
    }
    if (built.lastKey() - built.firstKey() + 1 != built.size()) {
      return stale(
          reading,
          "has %d messages from %d to %d",
          built.size(),
          built.firstKey(),
          built.lastKey());
    }
    // Both reach back only so far; from the later beginning on they are to be the same.
    long from = Math.max(built.firstKey(), fresh.firstKey());
    return compare(reading, from, built.tailMap(from), fresh.tailMap(from));
  }

  private static Optional<Finding> compare(
      Reading reading, long from, SortedMap<Long, UUID> built, SortedMap<Long, UUID> fresh) {
    if (built.size() != fresh.size()) {
      return stale(
          reading,
          "has %d messages from %d on and a fresh one %d",
          built.size(),
          from,
          fresh.size());
    }
    return built.keySet().stream()
        .filter(seq -> !Objects.equals(built.get(seq), fresh.get(seq)))
        .findFirst()
        .flatMap(seq -> stale(reading, "has another message %d than a fresh one", seq));
  }

  private static Optional<Finding> stale(Reading reading, String how, Object... numbers) {
    var who = "viewer %d of room %s ".formatted(reading.viewer(), reading.roomId());
    return Optional.of(new Finding(Kind.STALE, who + how.formatted(numbers)));
  }
}
