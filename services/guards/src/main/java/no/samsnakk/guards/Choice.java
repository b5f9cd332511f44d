package no.samsnakk.guards;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which of the guards are tried. */
final class Choice {
  static final int PARTS = 10;

  private Choice() {}

  /** Every tenth, so that each of ten numbers, counted up, gets another tenth and all get all. */
  static List<Guard> tenth(List<Guard> all, long number) {
    int first = Math.floorMod(number, PARTS);
    return IntStream.range(0, all.size())
        .filter(i -> i % PARTS == first)
        .mapToObj(all::get)
        .toList();
  }

  /**
   * Those with these ids, or of these rules; all, if none is named.
   *
   * @throws IllegalArgumentException if there is no such guard and no such rule
   */
  static List<Guard> named(List<Guard> all, List<String> names) {
    for (var name : names) {
      if (all.stream().noneMatch(is(name))) {
        throw new IllegalArgumentException("There is no guard and no rule called " + name);
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(guard -> names.stream().anyMatch(n -> is(n).test(guard))).toList();
  }

  private static Predicate<Guard> is(String name) {
    return guard -> guard.id().equals(name) || guard.rule().equals(name);
  }
}
