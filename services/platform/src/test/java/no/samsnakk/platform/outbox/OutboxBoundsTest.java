package no.samsnakk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.event.EventSealer;
import org.junit.jupiter.api.Test;

/** R6: what nobody would take in is not told; then what it tells of does not happen either. */
class OutboxBoundsTest {
  private static final UUID ROOM = UUID.randomUUID();

  private final Outbox outbox =
      new Outbox(
          "messaging",
          Clock.systemUTC(),
          EventSealer.of("messaging", Base64.getEncoder().encodeToString(new byte[32])));

  @Test
  void a_number_that_can_be_told_is_appended() {
    assertThat(outbox.parameters(List.of(record(read((1L << 53) - 1)))).size()).isPositive();
  }

  @Test
  void one_that_nobody_takes_in_is_not() {
    assertThatThrownBy(() -> outbox.parameters(List.of(record(read(1)), record(read(1L << 53)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seq");
  }

  private static MessagesRead read(long seq) {
    return new MessagesRead(ROOM, UUID.randomUUID(), null, seq, Instant.now());
  }

  private static OutboxRecord record(EventData event) {
    return new OutboxRecord(UUID.randomUUID(), Topics.MESSAGES, ROOM.toString(), event, null);
  }
}
