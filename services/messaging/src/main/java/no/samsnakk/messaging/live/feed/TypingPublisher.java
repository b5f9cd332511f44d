package no.samsnakk.messaging.live.feed;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import no.samsnakk.contracts.event.Events;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.contracts.event.TypingStarted;
import no.samsnakk.messaging.live.instance.Lease;
import no.samsnakk.platform.event.EventSealer;
import no.samsnakk.platform.id.Ids;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Tells the other instances who is writing right now. Nothing that anybody relies on: no outbox, no
 * acknowledgement, no second try. While Kafka is down, or slower than people write, it is dropped.
 */
@ApplicationScoped
public class TypingPublisher {
  private static final int WAITING = 1_000;

  private final Producer<String, String> producer;
  private final EventSealer sealer;
  private final Lease lease;
  private final Clock clock;

  /** The producer blocks while it looks for Kafka: that must be nobody else's thread. */
  private final ExecutorService teller =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofVirtual().name("typing").factory(),
          new DiscardPolicy());

  TypingPublisher(KafkaClients clients, EventSealer sealer, Lease lease, Clock clock) {
    this.sealer = sealer;
    this.lease = lease;
    this.clock = clock;
    this.producer =
        clients.producer(
            Map.of(
                ProducerConfig.ACKS_CONFIG, "0",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000,
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }

  /** She is writing in the room; the sockets of this instance know. */
  public void tell(UUID roomId, UUID personId) {
    var event =
        Events.write(
            Ids.next(),
            "messaging",
            clock.instant(),
            new TypingStarted(roomId, personId, lease.instanceId()));
    teller.execute(
        () -> {
          var told = new ProducerRecord<>(Topics.TYPING, roomId.toString(), event);
          sealer.seal(told);
          producer.send(told);
        });
  }

  @PreDestroy
  void close() {
    teller.shutdownNow();
    producer.close(Duration.ZERO);
  }
}
