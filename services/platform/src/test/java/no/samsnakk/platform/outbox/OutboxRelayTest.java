package no.samsnakk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import no.samsnakk.platform.kafka.ClosedClients;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
  @Test
  void R12_when_kafkas_client_has_failed_it_is_made_anew_and_another_term_begins()
      throws Exception {
    tellsAlthoughTheFirstProducerIs(new FailsAtOnce());
  }

  @Test
  void R12_when_kafkas_client_answers_nothing_it_is_made_anew_and_another_term_begins()
      throws Exception {
    tellsAlthoughTheFirstProducerIs(new NeverAnswers());
  }

  private static void tellsAlthoughTheFirstProducerIs(NeverAnswers first) throws Exception {
    try (var world = new OutboxFixture();
        var relay =
            world.relays(
                Map.of(), new SimpleMeterRegistry(), kafka -> new FirstOther(kafka, first))) {
      var session = UUID.randomUUID();
      Teller.tell(Teller.pool(world.environment()), List.of(session.toString()));

      assertThat(world.heardAfterAllOf(List.of(session))).contains(session);
      assertThat(first.closed()).isTrue();
    }
  }

  /** The first producer that they make is another one; all that follow are real. */
  private static final class FirstOther extends ClosedClients {
    private final AtomicReference<Producer<String, String>> first;

    private FirstOther(Map<String, Object> connection, Producer<String, String> first) {
      super(connection);
      this.first = new AtomicReference<>(first);
    }

    @Override
    public Producer<String, String> producer(Map<String, Object> settings) {
      var other = first.getAndSet(null);
      return other == null ? super.producer(settings) : other;
    }
  }

  /** As Kafka's client when an Error has ended its own thread: nobody minds its time-outs. */
  private static class NeverAnswers extends MockProducer<String, String> {
    private NeverAnswers() {
      super(false, null, new StringSerializer(), new StringSerializer());
    }
  }

  /** As it is where the Error meets who sends. */
  private static final class FailsAtOnce extends NeverAnswers {
    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<String, String> record, Callback callback) {
      throw new StackOverflowError();
    }
  }
}
