package no.samsnakk.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samsnakk.local.kafka.Users;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  private static final String ROOMS = "samsnakk.rooms.v1";
  private static final Set<String> TOPICS =
      Set.of(
          ROOMS,
          "samsnakk.messages.v1",
          "samsnakk.audit.v1",
          "samsnakk.sessions.v1",
          "samsnakk.typing.v1");

  @TempDir Path folder;

  @Test
  void theTopicsAreThere_alsoAfterARestart() throws Exception {
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    try (LocalKafka first = LocalKafka.start(Home.find(), folder, Ports.free(), secrets)) {
      assertTopics(first);
      assertEquals("compact", setting(first, ROOMS, "cleanup.policy"));
      assertEquals("2592000000", setting(first, ROOMS, "min.compaction.lag.ms"));
      assertEquals("delete", setting(first, "samsnakk.audit.v1", "cleanup.policy"));
    }
    try (LocalKafka second = LocalKafka.start(Home.find(), folder, Ports.free(), secrets)) {
      assertTopics(second);
    }
  }

  @Test
  void aKafkaFromBeforeThereWereUsersIsClosedAtItsNextStart_andKeepsWhatItHas() throws Exception {
    int port = Ports.free();
    try (Child open = openKafka(port)) {
      Map<String, Object> anybody = Map.of("bootstrap.servers", "localhost:" + port);
      Await.ready(open, Duration.ofSeconds(180), () -> topics(anybody) != null);
      try (Admin admin = Admin.create(anybody)) {
        admin.createTopics(List.of(new NewTopic(ROOMS, 1, (short) 1))).all().get(60, SECONDS);
      }
      tell(anybody, ROOMS);
      assertTrue(Stranger.isHeard("localhost:" + port));
    }
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    try (LocalKafka closed = LocalKafka.start(Home.find(), folder, port, secrets)) {
      Map<String, Object> audit =
          Users.service(
              closed.bootstrapServers(), "audit", secrets.get("SAMSNAKK_KAFKA_AUDIT_PASSWORD"));

      assertEquals("said", hear(audit, ROOMS));
      assertEquals("compact", setting(closed, ROOMS, "cleanup.policy"));
      assertFalse(Stranger.isHeard(closed.bootstrapServers()));
    }
  }

  @Test
  void itsPasswordsAreOnNoCommandLine_andReadableByTheirOwnerAlone() throws Exception {
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    try (LocalKafka kafka = LocalKafka.start(Home.find(), folder, Ports.free(), secrets)) {
      Path commandLine = Path.of("/proc/" + kafka.server().pid() + "/cmdline");
      String command = Files.exists(commandLine) ? Files.readString(commandLine) : "";
      try (var files = Files.list(folder.resolve("secrets"))) {
        for (Path file : files.toList()) {
          assertEquals("rw-------", KafkaRightsTest.permissions(file), file.toString());
          assertFalse(command.contains(Files.readString(file)), file.toString());
        }
      }
      String settings = Files.readString(folder.resolve("secrets/kafka-server.properties"));
      assertTrue(settings.contains(secrets.get("SAMSNAKK_KAFKA_ADMIN_PASSWORD")));
    }
  }

  /** As LocalKafka made it before it had users. */
  private Child openKafka(int port) throws Exception {
    int controller = Ports.free();
    Path settings = folder.resolve("open.properties");
    Files.write(
        settings,
        List.of(
            "process.roles=broker,controller",
            "node.id=1",
            "controller.quorum.voters=1@127.0.0.1:" + controller,
            "listeners=CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
            "advertised.listeners=CLIENTS://localhost:" + port,
            "listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name=CLIENTS",
            "controller.listener.names=CONTROLLER",
            "log.dirs=" + folder.resolve("data")));
    List<String> classPath = List.of("-cp", Home.find().lib() + "/*");
    String[] format = {
      "kafka.tools.StorageTool", "format", "-t", "4L6g3nShT-eMCtK--X86sw", "-c", "" + settings
    };
    Path log = folder.resolve("log");
    Child.run("format", Child.java(classPath, format), Map.of(), folder, log);
    List<String> broker = Child.java(classPath, "kafka.Kafka", settings.toString());
    return Child.start("open-kafka", broker, Map.of(), folder, log);
  }

  private static void tell(Map<String, Object> client, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, "key", "said")).get(60, SECONDS);
    }
  }

  private static String hear(Map<String, Object> client, String topic) {
    var settings = new HashMap<>(client);
    settings.put("group.id", "samsnakk-audit");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      return consumer.poll(Duration.ofSeconds(60)).iterator().next().value();
    }
  }

  private static String setting(LocalKafka kafka, String topic, String name) throws Exception {
    var asked = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(kafka.administrator())) {
      return admin
          .describeConfigs(List.of(asked))
          .all()
          .get(60, SECONDS)
          .get(asked)
          .get(name)
          .value();
    }
  }

  private static Set<String> topics(Map<String, Object> client) {
    try (Admin admin = Admin.create(client)) {
      return admin.listTopics().names().get(5, SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("not yet", e);
    }
  }

  private static void assertTopics(LocalKafka kafka) throws Exception {
    try (Admin admin = Admin.create(kafka.administrator())) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(TOPICS).allTopicNames().get(20, SECONDS);
      topics.forEach(
          (name, topic) ->
              assertEquals(name.contains("typing") ? 3 : 12, topic.partitions().size(), name));
      assertEquals(TOPICS, topics.keySet());
    }
  }
}
