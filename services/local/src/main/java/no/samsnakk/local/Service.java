package no.samsnakk.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The services, and which secrets each of them needs besides its database password. */
public enum Service {
  ROOMS(
      Port.ROOMS,
      Port.ROOMS_MANAGEMENT,
      "-Xmx256m",
      Set.of("SAMSNAKK_PERSON_KEY", "SAMSNAKK_INTERNAL_KEY")),
  MESSAGING(
      Port.MESSAGING,
      Port.MESSAGING_MANAGEMENT,
      "-Xmx384m",
      Set.of("SAMSNAKK_TICKET_KEY", "SAMSNAKK_OPERATOR_KEY_MESSAGING")),
  NOTIFICATIONS(Port.NOTIFICATIONS, Port.NOTIFICATIONS_MANAGEMENT, "-Xmx192m", Set.of()),
  AUDIT(Port.AUDIT, Port.AUDIT_MANAGEMENT, "-Xmx256m", Set.of("SAMSNAKK_OPERATOR_KEY_AUDIT")),
  GATEWAY(
      Port.GATEWAY,
      Port.GATEWAY_MANAGEMENT,
      "-Xmx256m",
      Set.of(
          "SAMSNAKK_TICKET_KEY",
          "SAMSNAKK_SESSION_KEY",
          "SAMSNAKK_INTERNAL_KEY",
          "SAMSNAKK_CLIENT_SECRET"));

  private final Port port;
  private final Port managementPort;
  private final String heap;
  private final Set<String> secrets;

  Service(Port port, Port managementPort, String heap, Set<String> secrets) {
    this.port = port;
    this.managementPort = managementPort;
    this.heap = heap;
    this.secrets = secrets;
  }

  Port port() {
    return port;
  }

  Port managementPort() {
    return managementPort;
  }

  Set<String> secrets() {
    return secrets;
  }

  /** As it is called in folders, logs and on the terminal. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Set when someone else runs it. */
  String urlVariable() {
    return "SAMSNAKK_" + name() + "_URL";
  }

  /** Of the role that it runs as. */
  String password() {
    return "SAMSNAKK_DB_" + name() + "_PASSWORD";
  }

  /** Of the role that owns its tables: never told to the service. */
  public String ownerPassword() {
    return "SAMSNAKK_DB_" + name() + "_OWNER_PASSWORD";
  }

  /** Of its user in Kafka. */
  String kafkaPassword() {
    return "SAMSNAKK_KAFKA_" + name() + "_PASSWORD";
  }

  /** What Maven builds. */
  Path application(Home home) {
    return home.root().resolve("services/" + label() + "/target/quarkus-app/quarkus-run.jar");
  }

  /** Options of its JVM; {@code SAMSNAKK_<SERVICE>_JAVA_OPTIONS} goes last and so wins. */
  List<String> options(Settings settings) {
    String more = settings.given("SAMSNAKK_" + name() + "_JAVA_OPTIONS").orElse("");
    return List.of((DEFAULTS + " " + heap + " " + more).strip().split("\\s+"));
  }

  /** What Quarkus opens in the manifest of its jar has to be said here: we start by class path. */
  private static final String DEFAULTS =
      "-Xms32m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData"
          + " --add-opens=java.base/java.lang=ALL-UNNAMED"
          + " --add-opens=java.base/java.nio=ALL-UNNAMED"
          + " --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"
          + " --enable-native-access=ALL-UNNAMED"
          + " --sun-misc-unsafe-memory-access=allow";
}
