package no.samsnakk.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A small table in Markdown. */
public final class Table {
  private final List<String> lines = new ArrayList<>();

  public Table(String title, String... columns) {
    lines.add(title + "\n");
    lines.add(line(List.of(columns)));
    lines.add("| --- |" + " ---: |".repeat(columns.length - 1));
  }

  public void row(String first, double... values) {
    var cells = new ArrayList<String>();
    cells.add(first);
    for (double value : values) {
      cells.add(Rounded.text(value));
    }
    lines.add(line(cells));
  }

  public String markdown() {
    return String.join("\n", lines);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
