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
import org.jspecify.annotations.Nullable;

/** The producer behind the relay: in order, without doubles of its own, all replicas. */
@ApplicationScoped
class KafkaSender {
  /** With its key, its headers and what Kafka adds: the largest that Kafka takes as it comes. */
  private static final int LARGEST_RECORD_BYTES = 1024 * 1024;

  private final Producer<String, String> producer;

  KafkaSender(KafkaClients clients) {
    this.producer =
        clients.producer(
            Map.of(
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }

  /**
   * What has become of a batch.
   *
   * @param acknowledged Kafka has them: they need not be sent again, whatever became of the others
   * @param tooLarge those that are not sent, now or ever, because they are larger than a record may
   *     be
   * @param failure of the first of those that were not acknowledged, also where Kafka finds it too
   *     large: a topic's bound may be another one tomorrow
   */
  record Sent(
      List<ProvenRecord> acknowledged,
      List<ProvenRecord> tooLarge,
      @Nullable ExecutionException failure) {
    void requireAll() throws ExecutionException {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private record OnItsWay(ProvenRecord record, Future<RecordMetadata> answer) {}

  /** Sends all and waits for all. */
  Sent send(List<ProvenRecord> records) throws InterruptedException {
    List<ProvenRecord> tooLarge = new ArrayList<>();
    List<OnItsWay> sent = new ArrayList<>();
    for (var record : records) {
      var answer = send(record, () -> tooLarge.add(record));
      if (!tooLarge.contains(record)) {
        sent.add(new OnItsWay(record, answer));
      }
    }
    List<ProvenRecord> acknowledged = new ArrayList<>();
    ExecutionException failure = null;
    for (var one : sent) {
      try {
        one.answer().get();
        acknowledged.add(one.record());
      } catch (ExecutionException e) {
        failure = failure == null ? e : failure;
      }
    }
    return new Sent(acknowledged, tooLarge, failure);
  }

  /** The producer tells of its own bound before it returns; of Kafka's it tells in its thread. */
  private Future<RecordMetadata> send(ProvenRecord proven, Runnable tooLarge) {
    var here = Thread.currentThread();
    return producer.send(
        message(proven),
        (taken, failure) -> {
          if (failure instanceof RecordTooLargeException && Thread.currentThread() == here) {
            tooLarge.run();
          }
        });
  }

  private static ProducerRecord<String, String> message(ProvenRecord proven) {
    var stored = proven.row();
    var message = new ProducerRecord<>(stored.topic(), stored.key(), stored.payload());
    message.headers().add(RecordHeaders.EVENT_ID, ascii(stored.eventId().toString()));
    message.headers().add(RecordHeaders.SEAL, ascii(proven.seal()));
    var trace = stored.traceparent();
    if (trace != null) {
      message.headers().add(RecordHeaders.TRACEPARENT, ascii(trace));
    }
    return message;
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
