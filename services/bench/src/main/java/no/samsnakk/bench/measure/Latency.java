package no.samsnakk.bench.measure;

import org.HdrHistogram.Histogram;

/** Times in milliseconds, and how many there were. */
public record Latency(long count, double p50, double p95, double p99, double max) {

  /** Of a histogram in microseconds. */
  public static Latency of(Histogram micros) {
    return new Latency(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / 1000d,
        micros.getValueAtPercentile(95) / 1000d,
        micros.getValueAtPercentile(99) / 1000d,
        micros.getMaxValue() / 1000d);
  }
}
