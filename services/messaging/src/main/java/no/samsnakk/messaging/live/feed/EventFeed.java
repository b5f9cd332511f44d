package no.samsnakk.messaging.live.feed;

import static no.samsnakk.messaging.operations.log.MessagingLog.LOG;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.samsnakk.contracts.event.Topics;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Hears everything that the services tell, from now on, in every instance: no consumer group, no
 * committed offsets. What was missed while Kafka or this instance was away is not fetched here;
 * rooms look at the database ({@code RoomChangePoller}), and a socket resumes by seq (R3).
 */
@ApplicationScoped
class EventFeed {
  private static final List<String> TOPICS =
      List.of(Topics.MESSAGES, Topics.ROOMS, Topics.SESSIONS, Topics.TYPING);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofSeconds(3);
  private static final Map<String, Object> SETTINGS =
      Map.of(
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest",
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
          ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
          ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
          ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);

  private final KafkaClients clients;
  private final EventDispatcher dispatcher;
  private volatile @Nullable Consumer<String, String> consumer;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;

  EventFeed(KafkaClients clients, EventDispatcher dispatcher) {
    this.clients = clients;
    this.dispatcher = dispatcher;
  }

  void start(@Observes StartupEvent started) {
    thread = Thread.ofPlatform().daemon().name("event-feed").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    var hearing = consumer;
    if (hearing != null) {
      hearing.wakeup();
    }
    var running = thread;
    if (running != null) {
      running.join(STOP);
    }
  }

  private void run() {
    while (!stopping) {
      try (var hearing = clients.consumer(SETTINGS)) {
        consumer = hearing;
        hear(hearing);
      } catch (WakeupException stopped) {
        return;
      } catch (RuntimeException e) {
        // Whatever it was, an instance that hears nothing more would be worse.
        LOG.feedLost(e.getClass().getSimpleName());
        if (!pause()) {
          return;
        }
      } finally {
        consumer = null;
      }
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL);
      return true;
    } catch (InterruptedException stopped) {
      return false;
    }
  }

  private void hear(Consumer<String, String> hearing) {
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> hearing.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    hearing.assign(partitions);
    hearing.seekToEnd(partitions);
    partitions.forEach(hearing::position);
    LOG.feedHeard();
    while (!stopping) {
      for (ConsumerRecord<String, String> heard : hearing.poll(POLL)) {
        dispatcher.take(heard);
      }
    }
  }
}
