package no.samsnakk.bench.report;

/**
 * One number of one run.
 *
 * @param name with its unit; the same in every run
 * @param target what is asked of it, or nothing
 */
public record Figure(String name, String target, double value) {
  public Figure(String name, double value) {
    this(name, "", value);
  }
}
