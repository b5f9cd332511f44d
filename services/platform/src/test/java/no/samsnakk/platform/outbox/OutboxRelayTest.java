package no.samsnakk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samsnakk.platform.kafka.KafkaClients;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
  @Test
  void R12_whatever_ends_its_term_it_begins_another() throws Exception {
    try (var world = new OutboxFixture();
        var relay = world.relays(Map.of(), new SimpleMeterRegistry(), FailsOnce::new)) {
      var session = UUID.randomUUID();
      Teller.tell(Teller.pool(world.environment()), List.of(session.toString()));

      assertThat(world.heardAfterAllOf(List.of(session))).contains(session);
    }
  }

  /** As the Kafka client does where it splits without end what a topic does not take. */
  private static final class FailsOnce extends KafkaSender {
    private final AtomicBoolean failed = new AtomicBoolean();

    private FailsOnce(KafkaClients clients) {
      super(clients);
    }

    @Override
    Sent send(List<ProvenRecord> records) throws InterruptedException {
      if (failed.compareAndSet(false, true)) {
        throw new StackOverflowError();
      }
      return super.send(records);
    }
  }
}
