package no.samsnakk.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import no.samsnakk.contracts.event.Topics;
import org.junit.jupiter.api.Test;

class TellerKeyTest {
  private final TellerKey key =
      TellerKey.parse("rooms", Base64.getEncoder().encodeToString(new byte[32])).getFirst();

  /** Whoever writes rows into an outbox names as many as he likes. */
  @Test
  void of_topics_that_there_are_not_nothing_is_kept() {
    assertThat(key.on(Topics.ROOMS)).isSameAs(key.on(Topics.ROOMS));
    assertThat(key.on("another")).isNotSameAs(key.on("another"));
  }
}
