package no.samsnakk.local;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import no.samsnakk.local.kafka.Acls;
import no.samsnakk.local.kafka.BrokerSettings;
import no.samsnakk.local.kafka.Topics;
import no.samsnakk.local.kafka.Users;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Tls;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (its own controller, KRaft) in a JVM of its own, with Samsnakk's topics,
 * users and rights. Nobody is heard who does not say who he is, on either of its listeners, and
 * nobody may do what {@code deploy/kafka/acls.properties} does not say. It does not outlive this
 * JVM, whatever ends it.
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

  /** What ends within minutes does not earn back what the second compiler costs. */
  private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1");

  private static final String ADMIN_PASSWORD = "SAMSNAKK_KAFKA_ADMIN_PASSWORD";

  /** It holds the administrator's password, so it lies where the secrets are. */
  private static final String SETTINGS = "kafka-server.properties";

  private final Child broker;
  private final int port;
  private final Secrets secrets;
  private final Tls tls;
  private final Set<Path> temporary;

  private LocalKafka(Child broker, int port, Secrets secrets, Tls tls, Set<Path> temporary) {
    this.broker = broker;
    this.port = port;
    this.secrets = secrets;
    this.tls = tls;
    this.temporary = temporary;
  }

  /** An empty one on a free port, with random passwords; closing it deletes its data. */
  public static LocalKafka temporary() {
    Home home = Home.find();
    Path folder = Folders.temporary(home, "kafka-");
    int port = Ports.free();
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    Path log = folder.resolve("log");
    return start(home, folder, port, port, secrets, Tls.OFF, log, Set.of(folder));
  }

  /** One that keeps its data in the folder, which may already hold some. */
  public static LocalKafka start(Home home, Path folder, int port, Secrets secrets) {
    return start(home, folder, port, port, secrets);
  }

  /** The same, which with TLS talks by TLS alone. */
  public static LocalKafka start(Home home, Path folder, int port, Secrets secrets, Tls tls) {
    return start(home, folder, port, port, secrets, tls, home.log("kafka"), Set.of());
  }

  /**
   * The same behind a proxy.
   *
   * @param advertised where clients are told to connect to
   */
  public static LocalKafka start(
      Home home, Path folder, int port, int advertised, Secrets secrets) {
    return start(home, folder, port, advertised, secrets, Tls.OFF, home.log("kafka"), Set.of());
  }

  private static LocalKafka start(
      Home home,
      Path folder,
      int port,
      int advertised,
      Secrets secrets,
      Tls tls,
      Path log,
      Set<Path> temporary) {
    Path data = folder.resolve("data");
    String admin = secrets.get(ADMIN_PASSWORD);
    BrokerSettings told = new BrokerSettings(data, port, advertised, Ports.free());
    Path settings = secrets.write(SETTINGS, told.text(admin, tls));
    makeFolder(folder);
    if (!Files.exists(data.resolve("meta.properties"))) {
      String id = Uuid.randomUuid().toString();
      List<String> format =
          jvm(
              home,
              BRIEF,
              "kafka.tools.StorageTool",
              "format",
              "-t",
              id,
              "-c",
              settings.toString());
      Child.run("kafka-format", format, Map.of(), folder, log);
    }
    List<String> brief = temporary.isEmpty() ? List.of() : BRIEF;
    Child child = Child.start("kafka", broker(home, brief, settings), Map.of(), folder, log);
    LocalKafka kafka = new LocalKafka(child, port, secrets, tls, temporary);
    try {
      kafka.furnish(home);
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
    return kafka;
  }

  /** The JVM keeps an archive of the broker's classes by itself, which halves its start. */
  private static List<String> broker(Home home, List<String> more, Path settings) {
    List<String> options = new ArrayList<>(more);
    options.add("-XX:+AutoCreateSharedArchive");
    options.add("-XX:SharedArchiveFile=" + home.runtime("kafka.jsa"));
    return jvm(home, options, "kafka.Kafka", settings.toString());
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

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also one from before there were users: the administrator is none of those that Kafka keeps. */
  private void furnish(Home home) {
    Await.ready(broker, START, this::answers);
    try (Admin admin = Admin.create(administrator())) {
      Topics.furnish(admin, Topics.read(home.deploy("kafka/topics.properties")));
      Acls.apply(admin, Acls.read(home.deploy("kafka/acls.properties")));
      Users.set(admin, passwords());
      Await.ready(broker, START, this::knowsItsUsers);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka did not make the topics, rights and users", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The controller has written them down; the broker hears of it a moment later. */
  private boolean knowsItsUsers() {
    String password = secrets.get(Service.AUDIT.kafkaPassword());
    try (Admin admin =
        Admin.create(Users.service(bootstrapServers(), tls, Service.AUDIT.label(), password))) {
      return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("not yet", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> passwords() {
    return Stream.of(Service.values())
        .collect(toMap(Service::label, service -> secrets.get(service.kafkaPassword())));
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

  /** The environment of services that use it, with the passwords of all of them. */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new HashMap<>();
    configuration.put("SAMSNAKK_KAFKA", bootstrapServers());
    configuration.put("SAMSNAKK_KAFKA_SECURITY", Users.protocol(tls));
    configuration.put("SAMSNAKK_KAFKA_TRUSTSTORE", tls.authority().map(Path::toString).orElse(""));
    for (Service service : Service.values()) {
      configuration.put(service.kafkaPassword(), secrets.get(service.kafkaPassword()));
    }
    return configuration;
  }

  /**
   * What a client needs that may do everything, as Kafka's own settings: tests hear and say with it
   * what the other services do. No service ever has it.
   */
  public Map<String, Object> administrator() {
    return Users.admin(bootstrapServers(), tls, secrets.get(ADMIN_PASSWORD));
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
