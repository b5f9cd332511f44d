package no.samsnakk.gateway.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalKeycloak;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.Service;
import no.samsnakk.local.process.Ports;

/** Starts what the gateway needs. With {@code keycloak=true} also the real Keycloak. */
public class World implements QuarkusTestResourceLifecycleManager {
  public static final String ORIGIN = "http://localhost:18300";

  public static final String LOG_FILE = "target/gateway-under-test.log";

  /** Before each of the settings of a client that may do everything. */
  static final String KAFKA = "test.kafka.";

  public static final String KEY = "c2Ftc25ha2stdGVzdC1rZXktMzItYnl0ZXMtbG9uZyE=";

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean withKeycloak;

  @Override
  public void init(Map<String, String> arguments) {
    withKeycloak = Boolean.parseBoolean(arguments.get("keycloak"));
  }

  @Override
  public Map<String, String> start() {
    // Kafka's client looks its own classes up by the thread's loader, which may be another test's.
    Thread.currentThread().setContextClassLoader(LocalKafka.class.getClassLoader());
    var postgres = keep(LocalPostgres.temporary()).migrated(Service.GATEWAY);
    var kafka = keep(LocalKafka.temporary());
    Map<String, String> environment = new HashMap<>(postgres.configuration());
    environment.putAll(kafka.configuration());
    environment.put("SAMSNAKK_CLIENT_SECRET", "none");
    // Nobody is there: the gateway starts all the same.
    environment.put("SAMSNAKK_ISSUER", "http://localhost:" + Ports.free() + "/realms/samsnakk");
    Map<String, String> properties = new HashMap<>(Map.of("test.keycloak.user-manager", "none"));
    if (withKeycloak) {
      var keycloak = keep(LocalKeycloak.temporary(postgres, ORIGIN));
      environment.putAll(keycloak.configuration());
      properties.put("test.keycloak.user-manager", keycloak.userManager().secret());
    }
    environment.put("SAMSNAKK_ORIGIN", ORIGIN);
    environment.put("SAMSNAKK_SESSION_KEY", KEY);
    environment.put("SAMSNAKK_TICKET_KEY", KEY);
    environment.put("SAMSNAKK_INTERNAL_KEY", KEY);
    environment.put("SAMSNAKK_WEB_ROOT", webApp().toString());
    environment.putAll(doubles());
    environment.forEach(
        (name, value) -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    // Keycloak comes back to the origin itself.
    properties.put("quarkus.http.test-port", withKeycloak ? "18300" : "0");
    properties.put("quarkus.management.test-port", "0");
    properties.put("quarkus.log.file.enabled", "true");
    properties.put("quarkus.log.file.path", LOG_FILE);
    properties.put("quarkus.http.test-ssl-port", "0");
    properties.put("quarkus.http.ssl.certificate.key-store-file", "" + TestCertificate.store());
    properties.put("quarkus.http.ssl.certificate.key-store-password", TestCertificate.PASSWORD);
    properties.put("samsnakk.management.hosts", "gateway.operator.example");
    properties.put("samsnakk.socket.full", "3s");
    properties.put("test.superuser.url", postgres.superuserJdbcUrl());
    // Short enough to be waited for, and few enough to be opened.
    properties.put("samsnakk.connections.most", "300");
    properties.put("samsnakk.connections.body", "10s");
    properties.put("samsnakk.connections.idle", "15s");
    kafka.administrator().forEach((name, value) -> properties.put(KAFKA + name, value.toString()));
    return properties;
  }

  private Map<String, String> doubles() {
    var vertx = Vertx.vertx();
    keep(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
    return Map.of(
        "SAMSNAKK_ROOMS_URL",
        Doubles.rooms(vertx),
        // Two instances, one of which has just been killed.
        "SAMSNAKK_MESSAGING_URL",
        "http://localhost:" + Ports.free() + "," + Doubles.messaging(vertx),
        "SAMSNAKK_NOTIFICATIONS_URL",
        Doubles.echo(vertx, "notifications"),
        "SAMSNAKK_AUDIT_URL",
        "http://localhost:" + Ports.free());
  }

  private static Path webApp() {
    try {
      var outside = Files.createTempDirectory("gateway-web");
      Files.writeString(outside.resolve("secret.txt"), "outside");
      var root = Files.createDirectories(outside.resolve("dist/assets")).getParent();
      Files.writeString(root.resolve("index.html"), "<!doctype html><title>Samsnakk</title>");
      Files.writeString(root.resolve("service-worker.js"), "self.x = 1");
      Files.writeString(root.resolve("manifest.webmanifest"), "{}");
      Files.writeString(root.resolve("assets/index-abc123.js"), "console.log(1)");
      WebBuild.codes(root.resolve("assets/index-abc123.js"));
      WebBuild.codes(root.resolve("service-worker.js"));
      Files.writeString(root.resolve("assets/alone.gz"), "of no file");
      Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <C extends AutoCloseable> C keep(C closeable) {
    started.push(closeable);
    return closeable;
  }

  @Override
  public void stop() {
    for (var closeable : started) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
