package no.samsnakk.bench.report;

import java.util.ArrayList;
import java.util.List;
import no.samsnakk.bench.measure.Latency;

/**
 * What one phase of one run has measured.
 *
 * @param details Markdown that belongs to this run alone, such as a table of its own
 */
public record Measured(List<Figure> figures, List<String> details) {
  public Measured {
    figures = List.copyOf(figures);
    details = List.copyOf(details);
  }

  public static Measured of(List<Figure> figures) {
    return new Measured(figures, List.of());
  }

  /** The usual four of a latency. */
  public static List<Figure> times(String name, Latency times) {
    return List.of(
        new Figure(name + " p50, ms", times.p50()),
        new Figure(name + " p95, ms", times.p95()),
        new Figure(name + " p99, ms", times.p99()),
        new Figure(name + " max, ms", times.max()));
  }

  /** The same with a target on one of them. */
  public static List<Figure> times(String name, Latency times, String which, String target) {
    return withTarget(times(name, times), name + " " + which, target);
  }

  /** Those figures, and what is asked of the one whose name begins so. */
  public static List<Figure> withTarget(List<Figure> figures, String begins, String target) {
    var all = new ArrayList<Figure>();
    for (var figure : figures) {
      all.add(
          figure.name().startsWith(begins)
              ? new Figure(figure.name(), target, figure.value())
              : figure);
    }
    return all;
  }
}
