package no.samsnakk.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The figures of a service, in the format of Prometheus. */
class MetricsTest {
  private static final Metrics METRICS =
      new Metrics(
          """
          # TYPE jvm_memory_used_bytes gauge
          jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.5E6
          jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 500000.0
          jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0E6
          samsnakk_sockets_slow_total 100.0
          samsnakk_sockets_slow_total_of_another 1.0
          """);

  @Test
  void whatHasTheNameAndTheLabelIsAddedUp() {
    assertEquals(2_000_000, METRICS.sum("jvm_memory_used_bytes", "area=\"heap\""));
  }

  @Test
  void andWithoutALabelWhatHasTheName() {
    assertEquals(100, METRICS.sum("samsnakk_sockets_slow_total"));
    assertEquals(0, METRICS.sum("unheard_of"));
  }
}
