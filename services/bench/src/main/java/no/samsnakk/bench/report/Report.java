package no.samsnakk.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import no.samsnakk.bench.history.Finding;

/** The figures of all runs as Markdown: the median, and from the least to the most. */
public final class Report {
  private final List<Figures> runs;
  private final List<String> lines = new ArrayList<>();

  private Report(List<Figures> runs) {
    this.runs = runs;
  }

  /** The table and what stands around it. */
  public static String markdown(String machine, List<String> what, List<Figures> runs) {
    var report = new Report(runs);
    report.lines.add("## Samsnakk bench\n");
    report.lines.add("Machine: " + machine + "\n");
    what.forEach(line -> report.lines.add("- " + line));
    report.lines.add("");
    report.table();
    report.reckoning();
    report.details();
    return String.join("\n", report.lines) + "\n";
  }

  private void table() {
    var numbers = IntStream.rangeClosed(1, runs.size()).mapToObj(i -> " run " + i + " |").toList();
    lines.add("| figure | asked | median | spread |" + String.join("", numbers));
    lines.add("| --- | ---: | ---: | ---: |" + " ---: |".repeat(runs.size()));
    var names = new LinkedHashSet<String>();
    runs.forEach(run -> run.all().forEach(figure -> names.add(figure.name())));
    names.forEach(this::row);
  }

  private void row(String name) {
    var figures =
        runs.stream()
            .flatMap(run -> run.all().stream().filter(figure -> figure.name().equals(name)))
            .toList();
    var values = figures.stream().map(Figure::value).toList();
    var sorted = values.stream().sorted().toList();
    var each = values.stream().map(value -> " " + Rounded.text(value) + " |").toList();
    lines.add(
        "| %s | %s | %s | %s–%s |%s"
            .formatted(
                name,
                figures.getFirst().target(),
                Rounded.text(median(sorted)),
                Rounded.text(sorted.getFirst()),
                Rounded.text(sorted.getLast()),
                String.join("", each)));
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
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
    }
  }

  private void finding(Finding.Kind kind, List<Finding> all) {
    lines.add("  - " + kind + " " + all.size() + " times, first: " + all.getFirst().what());
  }

  private void details() {
    for (int i = 0; i < runs.size(); i++) {
      var details = runs.get(i).phases().stream().flatMap(p -> p.details().stream()).toList();
      if (!details.isEmpty()) {
        lines.add("\n### Run %d in detail".formatted(i + 1));
        details.forEach(detail -> lines.add("\n" + detail.strip()));
      }
    }
  }
}
