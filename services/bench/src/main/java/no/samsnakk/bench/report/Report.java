package no.samsnakk.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.samsnakk.bench.history.Finding;
import no.samsnakk.bench.measure.Latency;

/** The figures of all runs as Markdown: the median, and from the least to the most. */
public final class Report {
  private static final double KIB = 1024;

  private final List<Figures> runs;
  private final List<String> lines = new ArrayList<>();

  private Report(List<Figures> runs) {
    this.runs = runs;
  }

  /** The table and what stands around it. */
  public static String markdown(String machine, String what, List<Figures> runs) {
    var report = new Report(runs);
    report.lines.add("## Samsnakk bench\n");
    report.lines.add("Machine: " + machine + "  ");
    report.lines.add("Load: " + what + "\n");
    report.table();
    report.reckoning();
    return String.join("\n", report.lines) + "\n";
  }

  private void table() {
    var numbers = IntStream.rangeClosed(1, runs.size()).mapToObj(i -> " run " + i + " |").toList();
    lines.add("| figure | median | spread |" + String.join("", numbers));
    lines.add("| --- | ---: | ---: |" + " ---: |".repeat(runs.size()));
    phase("steady", Figures::steady);
    phase("flat out", Figures::flatOut);
    row("idle socket: alive in heap and buffers, KiB", f -> socket(f, Figures.Socket::liveBytes));
    row("idle socket: resident, KiB", f -> socket(f, Figures.Socket::residentBytes));
    row(
        "log complete after the end, s",
        f -> Optional.of(f.kept().logged().after().toMillis() / 1000d));
  }

  private void phase(String name, Function<Figures, Optional<Figures.Phase>> phase) {
    served(name + ": accepted a second", phase, p -> p.served().perSecond());
    served(
        name + ": refused or unanswered", phase, p -> p.served().refused() + p.served().unknown());
    latency(name + ": delivery", phase, p -> p.served().delivery());
    latency(name + ": acceptance", phase, p -> p.served().acceptance());
    served(name + ": deliveries for each accepted", phase, Report::deliveries);
    processes(phase)
        .forEach(
            process ->
                served(
                    name + ": CPU s for 1,000, " + process,
                    phase,
                    p -> p.cpu().seconds().getOrDefault(process, Double.NaN)));
    served(name + ": CPU s for 1,000, all but the load generator", phase, Report::serverCpu);
  }

  private void latency(
      String name,
      Function<Figures, Optional<Figures.Phase>> phase,
      Function<Figures.Phase, Latency> times) {
    served(name + " p50, ms", phase, p -> times.apply(p).p50());
    served(name + " p95, ms", phase, p -> times.apply(p).p95());
    served(name + " p99, ms", phase, p -> times.apply(p).p99());
    served(name + " max, ms", phase, p -> times.apply(p).max());
  }

  private static double deliveries(Figures.Phase phase) {
    return (double) phase.served().delivery().count() / phase.served().accepted();
  }

  private static double serverCpu(Figures.Phase phase) {
    return phase.cpu().ofServers();
  }

  private static Optional<Double> socket(Figures figures, Function<Figures.Socket, Double> bytes) {
    return figures.socket().map(socket -> bytes.apply(socket) / KIB);
  }

  private TreeSet<String> processes(Function<Figures, Optional<Figures.Phase>> phase) {
    var names = new TreeSet<String>();
    runs.forEach(run -> phase.apply(run).ifPresent(p -> names.addAll(p.cpu().seconds().keySet())));
    return names;
  }

  private void served(
      String name,
      Function<Figures, Optional<Figures.Phase>> phase,
      Function<Figures.Phase, Number> figure) {
    row(name, run -> phase.apply(run).map(p -> figure.apply(p).doubleValue()));
  }

  private void row(String name, Function<Figures, Optional<Double>> figure) {
    var values = runs.stream().flatMap(run -> figure.apply(run).stream()).toList();
    if (values.isEmpty()) {
      return;
    }
    var sorted = values.stream().sorted().toList();
    var each = values.stream().map(value -> " " + text(value) + " |").toList();
    lines.add(
        "| %s | %s | %s–%s |%s"
            .formatted(
                name,
                text(median(sorted)),
                text(sorted.getFirst()),
                text(sorted.getLast()),
                String.join("", each)));
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String text(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  private void reckoning() {
    lines.add("");
    for (int i = 0; i < runs.size(); i++) {
      var kept = runs.get(i).kept();
      lines.add(
          "Run %d: %,d accepted, %,d in the database, %,d of them in the log; %s."
              .formatted(
                  i + 1,
                  kept.accepted(),
                  kept.inDatabase(),
                  kept.logged().messages(),
                  kept.isWhole()
                      ? "each exactly once, no gap, nothing out of order"
                      : "**NOT AS PROMISED**"));
      kept.findings().forEach(this::finding);
      runs.get(i).complaints().forEach((what, times) -> lines.add("  - " + what + ": " + times));
      runs.get(i).flatOut().ifPresent(phase -> lines.add("  - ramp: " + phase.ramp()));
    }
  }

  private void finding(Finding.Kind kind, List<Finding> all) {
    lines.add("  - " + kind + " " + all.size() + " times, first: " + all.getFirst().what());
  }
}
