package no.samsnakk.platform.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownLabelsTest {
  private static final String ROUTE = "/api/rooms/{roomId}";

  private final MeterRegistry registry = new SimpleMeterRegistry();

  KnownLabelsTest() {
    registry.config().meterFilter(new KnownLabels("rooms"));
  }

  @Test
  void R9_whatever_is_asked_for_there_are_no_more_labels_than_routes_and_a_few_words() {
    IntStream.range(0, 500).forEach(i -> asked("FOO" + i, "/typed-" + i + "/17868410183"));
    asked("GET", ROUTE);
    asked("OTHER", "/none");
    asked("GET", "NOT_FOUND");

    assertThat(labels("uri")).containsExactlyInAnyOrder("/none", ROUTE, "NOT_FOUND");
    assertThat(labels("method")).containsExactlyInAnyOrder("OTHER", "GET");
  }

  @Test
  void a_name_that_the_program_gives_is_known() {
    MeasuredRoute.named("/ours");
    asked("GET", "/ours");

    assertThat(labels("uri")).containsExactly("/ours");
  }

  @Test
  void what_others_measure_is_theirs_to_name() {
    registry.counter("http.client.requests", "uri", "/any").increment();

    assertThat(labels("uri")).containsExactly("/any");
  }

  private void asked(String method, String uri) {
    registry.timer("http.server.requests", "method", method, "uri", uri, "status", "200");
  }

  private Set<String> labels(String key) {
    return registry.getMeters().stream()
        .map(meter -> meter.getId().getTag(key))
        .collect(Collectors.toSet());
  }
}
