package no.samsnakk.guards;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whole lines of a file, and those that take their place. Both end with a line break or are empty.
 */
record Change(String before, String after) {

  /** From the lines of a diff: {@code -} goes, {@code +} comes, a space stays. */
  static Change of(List<String> diff) {
    return new Change(
        lines(diff, line -> !line.startsWith("+")), lines(diff, line -> !line.startsWith("-")));
  }

  private static String lines(List<String> diff, Predicate<String> which) {
    return diff.stream()
        .filter(which)
        .map(line -> line.isEmpty() ? "\n" : line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  boolean standsOnceIn(String text) {
    int first = text.indexOf(before);
    return !before.isEmpty() && first >= 0 && text.indexOf(before, first + 1) < 0;
  }

  String in(String text) {
    return text.replace(before, after);
  }
}
