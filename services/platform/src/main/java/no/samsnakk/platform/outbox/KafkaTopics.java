package no.samsnakk.platform.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks Kafka which topics it has: one that was made anew under its old name has another id. */
@ApplicationScoped
class KafkaTopics {
  private final Admin admin;

  KafkaTopics(KafkaClients clients) {
    this.admin =
        clients.admin(
            Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }

  /** Their ids, by name; those that do not exist are left out. */
  Map<String, String> idsOf(Collection<String> names)
      throws InterruptedException, ExecutionException {
    Map<String, String> ids = new HashMap<>();
    for (var asked : admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        ids.put(asked.getKey(), asked.getValue().get().topicId().toString());
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
    admin.close(Duration.ofSeconds(1));
  }
}
