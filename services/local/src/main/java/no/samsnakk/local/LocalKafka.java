package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import no.samsnakk.local.kafka.Topics;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (its own controller, KRaft) in a JVM of its own, with Samsnakk's topics. It
 * does not outlive this JVM, whatever ends it.
 */
public final class LocalKafka implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(180);

  private static final List<String> OPTIONS =
      List.of(
          "-Xms48m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Child broker;
  private final int port;
  private final Set<Path> temporary;

  private LocalKafka(Child broker, int port, Set<Path> temporary) {
    this.broker = broker;
    this.port = port;
    this.temporary = temporary;
  }

  /** An empty one on a free port; closing it deletes its data. */
  public static LocalKafka temporary() {
    Home home = Home.find();
    Path folder = Folders.temporary(home, "kafka-");
    int port = Ports.free();
    return start(home, folder, port, port, folder.resolve("log"), Set.of(folder));
  }

  /** One that keeps its data in the folder, which may already hold some. */
  public static LocalKafka start(Home home, Path folder, int port) {
    return start(home, folder, port, port);
  }

  /**
   * The same behind a proxy.
   *
   * @param advertised where clients are told to connect to
   */
  public static LocalKafka start(Home home, Path folder, int port, int advertised) {
    return start(home, folder, port, advertised, home.log("kafka"), Set.of());
  }

  private static LocalKafka start(
      Home home, Path folder, int port, int advertised, Path log, Set<Path> temporary) {
    Path data = folder.resolve("data");
    Path settings = write(folder.resolve("server.properties"), settings(data, port, advertised));
    if (!Files.exists(data.resolve("meta.properties"))) {
      String id = Uuid.randomUuid().toString();
      List<String> format =
          jvm(
              home,
              List.of(),
              "kafka.tools.StorageTool",
              "format",
              "-t",
              id,
              "-c",
              settings.toString());
      Child.run("kafka-format", format, Map.of(), folder, log);
    }
    Child child = Child.start("kafka", broker(home, settings), Map.of(), folder, log);
    LocalKafka kafka = new LocalKafka(child, port, temporary);
    try {
      kafka.createTopics(Topics.read(home.deploy("kafka/topics.properties")));
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
    return kafka;
  }

  /** The JVM keeps an archive of the broker's classes by itself, which halves its start. */
  private static List<String> broker(Home home, Path settings) {
    List<String> archive =
        List.of(
            "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + home.runtime("kafka.jsa"));
    return jvm(home, archive, "kafka.Kafka", settings.toString());
  }

  private static List<String> jvm(Home home, List<String> more, String... mainAndArguments) {
    Path logging =
        home.root()
            .resolve("services/local/src/main/resources/no/samsnakk/local/logging.properties");
    List<String> options = new ArrayList<>(OPTIONS);
    options.addAll(more);
    options.add("-Djava.util.logging.config.file=" + logging);
    options.addAll(List.of("-cp", home.lib() + "/*"));
    return Child.java(options, mainAndArguments);
  }

  private static Map<String, String> settings(Path data, int port, int advertised) {
    int controller = Ports.free();
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
        Map.entry(
            "listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
        Map.entry("advertised.listeners", "CLIENTS://localhost:" + advertised),
        Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "CLIENTS"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("log.dirs", data.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "4"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "4"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"));
  }

  private static Path write(Path file, Map<String, String> settings) {
    Properties lines = new Properties();
    lines.putAll(settings);
    try {
      Files.createDirectories(file.getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        lines.store(writer, "Written at every start by LocalKafka");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private void createTopics(List<NewTopic> topics) {
    Await.ready(broker, START, this::answers);
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      Topics.create(admin, topics);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not make the topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    if (!Ports.answers(port)) {
      throw new IllegalStateException("not yet");
    }
    return true;
  }

  /** Where it listens, as {@code SAMSNAKK_KAFKA} has it: {@code localhost:port}. */
  public String bootstrapServers() {
    return "localhost:" + port;
  }

  public int port() {
    return port;
  }

  /** The environment of services that use it. */
  public Map<String, String> configuration() {
    return Map.of("SAMSNAKK_KAFKA", bootstrapServers(), "SAMSNAKK_KAFKA_SECURITY", "PLAINTEXT");
  }

  /** The process: tests stop and kill it. */
  public Child server() {
    return broker;
  }

  @Override
  public void close() {
    broker.close();
    temporary.forEach(Folders::delete);
  }
}
