package no.samsnakk.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import no.samsnakk.contracts.event.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of the W3C's recommendation. */
class TraceParentTest {
  private static final String EXAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final TraceParent PARSED =
      new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

  @Test
  void what_is_written_is_read() {
    assertThat(PARSED.value()).isEqualTo(EXAMPLE);
    assertThat(TraceParent.parse(EXAMPLE)).contains(PARSED);
    var unsampled = new TraceParent(PARSED.traceId(), PARSED.spanId(), false);
    assertThat(TraceParent.parse(unsampled.value())).contains(unsampled);
  }

  @Test
  void what_a_later_version_adds_is_not_looked_at() {
    assertThat(TraceParent.parse("cc" + EXAMPLE.substring(2, EXAMPLE.length() - 2) + "09-what"))
        .contains(PARSED);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-1-2-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
      })
  void what_is_none_is_none(String value) {
    assertThat(TraceParent.parse(value)).isEmpty();
  }

  @Test
  void it_travels_in_a_records_header() {
    var record = new ConsumerRecord<>(Topics.AUDIT, 0, 0, "key", "value");
    assertThat(TraceParent.of(record)).isEmpty();

    TraceParent.addTo(record.headers(), null);
    TraceParent.addTo(record.headers(), EXAMPLE);

    assertThat(TraceParent.of(record)).contains(PARSED);
  }
}
