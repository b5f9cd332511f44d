package no.samsnakk.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import no.samsnakk.local.process.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  private static final Set<String> TOPICS =
      Set.of(
          "samsnakk.rooms.v1",
          "samsnakk.messages.v1",
          "samsnakk.audit.v1",
          "samsnakk.sessions.v1",
          "samsnakk.typing.v1");

  @Test
  void theTopicsAreThere_alsoAfterARestart(@TempDir Path folder) throws Exception {
    try (LocalKafka first = LocalKafka.start(Home.find(), folder, Ports.free())) {
      assertTopics(first);
    }
    try (LocalKafka second = LocalKafka.start(Home.find(), folder, Ports.free())) {
      assertTopics(second);
    }
  }

  private static void assertTopics(LocalKafka kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(TOPICS).allTopicNames().get(20, SECONDS);
      topics.forEach(
          (name, topic) ->
              assertEquals(name.contains("typing") ? 3 : 12, topic.partitions().size(), name));
      assertEquals(TOPICS, topics.keySet());
    }
  }
}
