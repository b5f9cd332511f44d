package no.samsnakk.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class WarningsTest {
  @Test
  void all_are_counted_and_the_first_alone_is_written_at_once() {
    var counter = new SimpleMeterRegistry().counter("refused");
    var warnings = new Warnings(counter);
    var written = new ArrayList<Long>();

    for (int i = 0; i < 1000; i++) {
      warnings.tell(written::add);
    }

    assertThat(counter.count()).isEqualTo(1000);
    assertThat(written.getFirst()).isEqualTo(1);
    assertThat(written).hasSizeLessThan(1000);
  }
}
