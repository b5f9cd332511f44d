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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.samsnakk.contracts.event.RecordHeaders;
import no.samsnakk.platform.kafka.KafkaClients;
import no.samsnakk.platform.trace.TraceParent;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The producer behind the relay: in order, without doubles of its own, all replicas.
 *
 * <p>Its time-outs are minded by a thread of its own, which an Error ends without anybody hearing
 * of it. So nobody here waits for it longer than they are, and one that has not answered in time,
 * or has failed, is made anew.
 */
@ApplicationScoped
class KafkaSender {
  /** With its key, its headers and what Kafka adds: the largest that Kafka takes as it comes. */
  private static final int LARGEST_RECORD_BYTES = 1024 * 1024;

  private static final int DELIVERY_MS = 10_000;

  /**
   * From when the last one was sent. Until then the producer has told of each what became of it.
   */
  private static final Duration ANSWERS_WITHIN = Duration.ofMillis(DELIVERY_MS).plusSeconds(5);

  /** No more of a batch are sent when handing over those before has taken this long. */
  private static final Duration SENDS_FOR = Duration.ofSeconds(20);

  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

  private final KafkaClients clients;
  private volatile Producer<String, String> producer;

  KafkaSender(KafkaClients clients) {
    this.clients = clients;
    this.producer = made();
  }

  private Producer<String, String> made() {
    return clients.producer(
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            LARGEST_RECORD_BYTES,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            DELIVERY_MS,
            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
            1_000));
  }

  /**
   * What has become of a batch.
   *
   * @param acknowledged Kafka has them: they need not be sent again, whatever became of the others
   * @param tooLarge those that are not sent, now or ever, because they are larger than a record may
   *     be
   * @param failure of the first of those that were not acknowledged, also where Kafka finds it too
   *     large: a topic's bound may be another one tomorrow
   * @param overdue the producer has not told in time what became of one of them
   */
  record Sent(
      List<ProvenRecord> acknowledged,
      List<ProvenRecord> tooLarge,
      @Nullable ExecutionException failure,
      boolean overdue) {
    void requireAll() throws ExecutionException {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private record OnItsWay(ProvenRecord record, Future<RecordMetadata> answer) {}

  /** Sends all and waits for all, for less than a minute. */
  Sent send(List<ProvenRecord> records) throws InterruptedException {
    try {
      var sent = sendAndWait(records);
      if (sent.overdue()) {
        renew();
      }
      return sent;
    } catch (RuntimeException | Error failed) {
      renew();
      throw failed;
    }
  }

  private Sent sendAndWait(List<ProvenRecord> records) throws InterruptedException {
    List<ProvenRecord> tooLarge = new ArrayList<>();
    List<OnItsWay> sent = new ArrayList<>();
    long began = System.nanoTime();
    for (var record : records) {
      if (left(began, SENDS_FOR) == 0) {
        return waitFor(sent, tooLarge, true);
      }
      var answer = send(record, () -> tooLarge.add(record));
      if (!tooLarge.contains(record)) {
        sent.add(new OnItsWay(record, answer));
      }
    }
    return waitFor(sent, tooLarge, false);
  }

  private static Sent waitFor(List<OnItsWay> sent, List<ProvenRecord> tooLarge, boolean isOverdue)
      throws InterruptedException {
    List<ProvenRecord> acknowledged = new ArrayList<>();
    ExecutionException failure = null;
    boolean overdue = isOverdue;
    long began = System.nanoTime();
    for (var one : sent) {
      try {
        one.answer().get(left(began, ANSWERS_WITHIN), TimeUnit.NANOSECONDS);
        acknowledged.add(one.record());
      } catch (ExecutionException e) {
        failure = failure == null ? e : failure;
      } catch (TimeoutException e) {
        overdue = true;
      }
    }
    if (overdue && failure == null) {
      failure = new ExecutionException(new TimeoutException());
    }
    return new Sent(acknowledged, tooLarge, failure, overdue);
  }

  private static long left(long began, Duration most) {
    return Math.max(0, most.toNanos() - (System.nanoTime() - began));
  }

  /** Closing waits for its thread, which may be busy for ever: so that is waited for elsewhere. */
  private void renew() throws InterruptedException {
    var failed = producer;
    producer = made();
    Thread.ofVirtual()
        .start(() -> failed.close(CLOSES_WITHIN))
        .join(CLOSES_WITHIN.plus(CLOSES_WITHIN));
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
    TraceParent.addTo(message.headers(), stored.traceparent());
    return message;
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  @PreDestroy
  void close() {
    producer.close(CLOSES_WITHIN);
  }
}
