package no.samsnakk.bench.report;

import java.util.Locale;

/** A figure as it stands in a table: three digits that mean something. */
public final class Rounded {
  private Rounded() {}

  public static String text(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }
}
