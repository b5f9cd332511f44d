package no.samsnakk.platform.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks Kafka which topics it has: one that was made anew under its old name has another id. */
@ApplicationScoped
class KafkaTopics {
  private static final int ANSWERS_MS = 5_000;
  private static final long SOONER_THAN_ANY_TIME_OUT_NANOS =
      TimeUnit.MILLISECONDS.toNanos(ANSWERS_MS / 2);
  private static final Duration CLOSES_WITHIN = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private volatile Admin admin;

  KafkaTopics(KafkaClients clients) {
    this.clients = clients;
    this.admin = made();
  }

  private Admin made() {
    return clients.admin(
        Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERS_MS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }

  /**
   * Their ids, by name; those that do not exist are left out. A client that does not keep its own
   * time-outs, or ends them before their time, has lost the thread that minds them: it is made anew
   * for whoever asks next.
   */
  Map<String, String> idsOf(Collection<String> names)
      throws InterruptedException, ExecutionException, TimeoutException {
    long askedAt = System.nanoTime();
    try {
      return asked(names);
    } catch (ExecutionException answered) {
      if (isDeadThatSays(answered.getCause(), askedAt)) {
        renew();
      }
      throw answered;
    } catch (TimeoutException | RuntimeException | Error failed) {
      renew();
      throw failed;
    }
  }

  /** Without its thread it says at once that the time is over, or that it is closed. */
  private static boolean isDeadThatSays(@Nullable Throwable cause, long askedAt) {
    return cause instanceof IllegalStateException
        || (cause instanceof org.apache.kafka.common.errors.TimeoutException
            && System.nanoTime() - askedAt < SOONER_THAN_ANY_TIME_OUT_NANOS);
  }

  /** Closing waits for that thread, so it is not waited for. */
  private void renew() {
    var failed = admin;
    admin = made();
    Thread.ofVirtual().start(() -> failed.close(CLOSES_WITHIN));
  }

  private Map<String, String> asked(Collection<String> names)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, String> ids = new HashMap<>();
    for (var asked : admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        var topic = asked.getValue().get(2 * ANSWERS_MS, TimeUnit.MILLISECONDS);
        ids.put(asked.getKey(), topic.topicId().toString());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return ids;
  }

  @PreDestroy
  void close() {
    admin.close(CLOSES_WITHIN);
  }
}
