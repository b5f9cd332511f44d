package no.samsnakk.platform.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The producer behind the relay: in order, without doubles of its own, all replicas. */
@ApplicationScoped
class KafkaSender {
  private final Producer<String, String> producer;

  KafkaSender(KafkaClients clients) {
    this.producer =
        clients.producer(
            Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }

  /**
   * Sends all and waits for all; throws if one of them was not acknowledged.
   *
   * @return those that Kafka will never take, because they are larger than a record may be
   */
  List<ProvenRecord> send(List<ProvenRecord> records)
      throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent = records.stream().map(this::send).toList();
    List<ProvenRecord> tooLarge = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (!isTaken(sent.get(i))) {
        tooLarge.add(records.get(i));
      }
    }
    return tooLarge;
  }

  private static boolean isTaken(Future<RecordMetadata> acknowledged)
      throws InterruptedException, ExecutionException {
    try {
      acknowledged.get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException) {
        return false;
      }
      throw e;
    }
  }

  private Future<RecordMetadata> send(ProvenRecord proven) {
    var stored = proven.row();
    var message = new ProducerRecord<>(stored.topic(), stored.key(), stored.payload());
    message.headers().add(RecordHeaders.EVENT_ID, ascii(stored.eventId().toString()));
    message.headers().add(RecordHeaders.SEAL, ascii(proven.seal()));
    var trace = stored.traceparent();
    if (trace != null) {
      message.headers().add(RecordHeaders.TRACEPARENT, ascii(trace));
    }
    return producer.send(message);
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
