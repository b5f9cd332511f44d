package no.samsnakk.platform.outbox;

import static no.samsnakk.contracts.time.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.platform.id.Ids;
import org.junit.jupiter.api.Test;

/** R12: what Kafka never takes holds up nothing else. */
class OutboxOversizedTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @Test
  void what_is_larger_than_a_record_may_be_is_set_aside_and_what_is_told_after_it_is_sent()
      throws Exception {
    try (var world = new OutboxFixture();
        var log = new Told()) {
      var before = Teller.ended(Ids.next());
      var ended = Teller.ended(Ids.next());
      var large =
          new OutboxRecord(
              ended.eventId(), ended.topic(), "k".repeat(1_100_000), ended.data(), null);
      var after = Teller.ended(Ids.next());
      Teller.tell(Teller.pool(world.environment()), Teller.KEY, List.of(before, large, after));

      try (var relay = world.relays(Map.of(), metrics)) {
        assertThat(world.heardAfterAllOf(List.of(session(before), session(after))))
            .contains(session(before), session(after))
            .doesNotContain(session(large));
        await().until(() -> world.ask("select from gateway.outbox_unsent").isEmpty());
      }

      assertThat(world.ask("select why from gateway.outbox_refused")).containsExactly("too large");
      assertThat(log.lines())
          .filteredOn(line -> line.startsWith("SAMS00117: 1 row(s) of the outbox of gateway"))
          .hasSize(1);
      assertThat(metrics.counter("samsnakk.gateway.outbox.oversized").count()).isEqualTo(1);
    }
  }

  private static UUID session(OutboxRecord record) {
    return ((SessionEnded) record.data()).sessionId();
  }
}
