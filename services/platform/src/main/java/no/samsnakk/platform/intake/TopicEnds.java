package no.samsnakk.platform.intake;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import no.samsnakk.platform.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka where its topics end now, and which they are. Blocks. */
@ApplicationScoped
class TopicEnds {
  private final Admin admin;

  TopicEnds(KafkaClients clients) {
    this.admin =
        clients.admin(
            Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000));
  }

  /** The end of a partition: the offset that the next record there will have. */
  record End(String topicId, long offset) {}

  Map<TopicPartition, End> ends(List<String> names)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, String> partitions = new HashMap<>();
    for (var topic : described(names).values()) {
      for (var partition : topic.partitions()) {
        var place = new TopicPartition(topic.name(), partition.partition());
        partitions.put(place, topic.topicId().toString());
      }
    }
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.keySet().forEach(place -> asked.put(place, OffsetSpec.latest()));
    Map<TopicPartition, End> ends = new HashMap<>();
    for (var end : admin.listOffsets(asked).all().get().entrySet()) {
      var topicId = Objects.requireNonNull(partitions.get(end.getKey()));
      ends.put(end.getKey(), new End(topicId, end.getValue().offset()));
    }
    return ends;
  }

  /** The topics' ids, by name. */
  Map<String, String> ids(List<String> names) throws InterruptedException, ExecutionException {
    Map<String, String> ids = new HashMap<>();
    described(names).forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
    return ids;
  }

  private Map<String, TopicDescription> described(List<String> names)
      throws InterruptedException, ExecutionException {
    return admin.describeTopics(names).allTopicNames().get();
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
