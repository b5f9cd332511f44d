package no.samsnakk.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import no.samsnakk.local.kafka.Users;
import no.samsnakk.local.process.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody on this machine tries Kafka: without a name, with a wrong one, with another's. */
class KafkaRightsTest {
  private static final String ROOMS = "samsnakk.rooms.v1";

  @TempDir static Path folder;
  private static LocalKafka kafka;
  private static Secrets secrets;

  @BeforeAll
  static void start() {
    secrets = new Secrets(folder.resolve("secrets"));
    kafka = LocalKafka.start(Home.find(), folder, Ports.free(), secrets);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void whoDoesNotSayWhoHeIsIsNotHeard() throws Exception {
    assertFalse(Stranger.isHeard(kafka.bootstrapServers()));
    assertTrue(isLetIn(kafka.administrator()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "rooms", "nobody"})
  void aWrongPasswordIsRefused(String service) {
    var wrong = Users.service(kafka.bootstrapServers(), service, "wrong");

    var refused = assertThrows(ExecutionException.class, () -> list(wrong));

    assertInstanceOf(SaslAuthenticationException.class, refused.getCause());
  }

  @Test
  void theAdministratorsNameWithAWrongPasswordIsRefused() {
    var wrong = Users.admin(kafka.bootstrapServers(), "wrong");

    var refused = assertThrows(ExecutionException.class, () -> list(wrong));

    assertInstanceOf(SaslAuthenticationException.class, refused.getCause());
  }

  @Test
  void theControllerDoesNotHearHimEither() throws Exception {
    var settings = new Properties();
    try (Reader file = Files.newBufferedReader(secrets.file("kafka-server.properties"))) {
      settings.load(file);
    }
    var controller = settings.getProperty("controller.quorum.voters").substring("1@".length());

    assertFalse(Stranger.isHeard(controller));
    assertFalse(isLetIn(controllerAs(controller, as("rooms"))));
    assertTrue(isLetIn(controllerAs(controller, kafka.administrator())));
  }

  private static Map<String, Object> controllerAs(String controller, Map<String, Object> client) {
    var settings = new HashMap<>(client);
    settings.remove("bootstrap.servers");
    settings.put("bootstrap.controllers", controller);
    return settings;
  }

  @ParameterizedTest
  @CsvSource({
    "audit, samsnakk.rooms.v1",
    "audit, samsnakk.messages.v1",
    "messaging, samsnakk.rooms.v1",
    "messaging, samsnakk.sessions.v1",
    "rooms, samsnakk.messages.v1",
    "rooms, samsnakk.sessions.v1",
    "notifications, samsnakk.rooms.v1",
    "notifications, samsnakk.messages.v1",
    "gateway, samsnakk.rooms.v1",
    "gateway, samsnakk.typing.v1"
  })
  void nobodyWritesWhatIsAnothersToSay(String service, String topic) {
    var refused = assertThrows(ExecutionException.class, () -> tell(service, topic));

    assertInstanceOf(TopicAuthorizationException.class, refused.getCause());
  }

  @ParameterizedTest
  @CsvSource({
    "notifications, samsnakk.audit.v1",
    "notifications, samsnakk.sessions.v1",
    "notifications, samsnakk.typing.v1",
    "messaging, samsnakk.audit.v1",
    "audit, samsnakk.sessions.v1",
    "audit, samsnakk.typing.v1",
    "rooms, samsnakk.messages.v1",
    "rooms, samsnakk.rooms.v1",
    "gateway, samsnakk.rooms.v1",
    "gateway, samsnakk.sessions.v1"
  })
  void nobodyReadsWhatHeDoesNotNeed(String service, String topic) {
    assertThrows(TopicAuthorizationException.class, () -> hear(service, topic));
  }

  @ParameterizedTest
  @CsvSource({
    "notifications, samsnakk-audit",
    "messaging, samsnakk-audit",
    "audit, samsnakk-notifications",
    "audit, another"
  })
  void nobodyTakesAPlaceInAnothersGroup(String service, String group) {
    var settings = new HashMap<>(as(service));
    settings.put("group.id", group);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("samsnakk.messages.v1"));

      assertThrows(GroupAuthorizationException.class, () -> consumer.poll(Duration.ofSeconds(60)));
    }
  }

  @Test
  void noServiceMayChangeTheRights() throws Exception {
    try (Admin admin = Admin.create(as("rooms"))) {
      var asked = admin.describeUserScramCredentials().all();
      var refused = assertThrows(ExecutionException.class, () -> asked.get(20, SECONDS));
      assertInstanceOf(ClusterAuthorizationException.class, refused.getCause());
      assertThrows(
          ExecutionException.class,
          () -> admin.deleteTopics(List.of(ROOMS)).all().get(20, SECONDS));
    }
  }

  /** The services themselves are met in their own tests, all of which run as their own user. */
  @Test
  void everybodySaysAndHearsWhatIsHis() throws Exception {
    for (var right : rights().entrySet()) {
      var line = right.getKey().split("/", 3);
      if (line[1].equals("topic") && right.getValue().contains("Write")) {
        tell(line[0], line[2]);
      }
      if (line[1].equals("topic") && right.getValue().contains("Read")) {
        hear(line[0], line[2]);
      }
    }
  }

  @Test
  void theOperatorsTableSaysTheSame() throws Exception {
    var docs = Files.readString(Home.find().root().resolve("docs/operations/own-servers.md"));
    var wanted =
        rights().entrySet().stream()
            .map(right -> (right.getKey() + "/" + right.getValue()).split("/", 4))
            .map(r -> "| `samsnakk-%s` | %s `%s` | %s |".formatted(r[0], r[1], r[2], r[3]))
            .collect(Collectors.toCollection(TreeSet::new));
    var documented =
        docs.lines()
            .filter(line -> line.matches("\\| `samsnakk-[a-z]+` \\| (topic|group) .*"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(String.join("\n", wanted), String.join("\n", documented));
  }

  private static Map<String, String> rights() throws Exception {
    var lines = new Properties();
    try (Reader file = Files.newBufferedReader(Home.find().deploy("kafka/acls.properties"))) {
      lines.load(file);
    }
    return lines.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, lines::getProperty));
  }

  private static Map<String, Object> as(String service) {
    var password = secrets.get("SAMSNAKK_KAFKA_" + service.toUpperCase() + "_PASSWORD");
    return Users.service(kafka.bootstrapServers(), service, password);
  }

  private static void tell(String service, String topic) throws Exception {
    var settings = new HashMap<>(as(service));
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, "key", "said")).get(60, SECONDS);
    }
  }

  private static void hear(String service, String topic) {
    try (var consumer =
        new KafkaConsumer<>(as(service), new StringDeserializer(), new StringDeserializer())) {
      var partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      consumer.position(partition.getFirst());
      consumer.poll(Duration.ofMillis(100));
    }
  }

  private static void list(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      admin.listTopics().names().get(60, SECONDS);
    }
  }

  /** Whether Kafka lets such a client in; what it does not say within a minute it has not said. */
  static boolean isLetIn(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return Objects.nonNull(admin.describeCluster().clusterId().get(60, SECONDS));
    } catch (ExecutionException refused) {
      assertInstanceOf(AuthenticationException.class, refused.getCause());
      return false;
    }
  }

  static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
