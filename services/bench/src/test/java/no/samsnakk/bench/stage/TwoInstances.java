package no.samsnakk.bench.stage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.LocalService;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.Settings;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;

/** Two real messaging processes beside each other, on one PostgreSQL and one Kafka. */
public final class TwoInstances implements AutoCloseable {
  private static final String ORIGIN = "http://localhost:18500";

  private final LocalPostgres postgres = LocalPostgres.temporary();
  private final List<Integer> ports = List.of(Ports.free(), Ports.free());
  private final Map<Integer, Child> instances = new HashMap<>();
  private final int kafkaPort = Ports.free();
  private final Secrets secrets;
  private final Path folder;
  private LocalKafka kafka;

  public TwoInstances(Path folder) {
    this.folder = folder;
    this.secrets = new Secrets(folder.resolve("secrets"), postgres.configuration());
    this.kafka = startKafka();
    // Messaging's own, and what it reads across the borders.
    postgres.migrated(Service.MESSAGING, Service.ROOMS, Service.GATEWAY);
    bothRun();
  }

  /** Starts those that do not. */
  public void bothRun() {
    ports.forEach(port -> instances.computeIfAbsent(port, this::start));
  }

  private LocalKafka startKafka() {
    var home = new Home(Home.find().root(), folder);
    return LocalKafka.start(home, folder.resolve("kafka"), kafkaPort, secrets);
  }

  private Child start(int port) {
    Map<String, String> environment = new HashMap<>(postgres.configuration());
    environment.putAll(kafka.configuration());
    environment.put("SAMSNAKK_ORIGIN", ORIGIN);
    environment.put("SAMSNAKK_MESSAGING_PORT", "" + port);
    environment.put("SAMSNAKK_MESSAGING_MANAGEMENT_PORT", "" + Ports.free());
    environment.put("SAMSNAKK_MESSAGING_JAVA_OPTIONS", "-Dquarkus.oidc.tenant-enabled=false");
    environment.put("SAMSNAKK_ARCHIVES", "false");
    var home = new Home(Home.find().root(), folder.resolve("messaging-" + port));
    return LocalService.start(home, new Settings(environment), secrets, Service.MESSAGING);
  }

  public Room room() {
    return Seed.rooms(postgres.superuserJdbcUrl(), 1, 5).getFirst();
  }

  /** How to get a socket on the first (0) or the second (1). */
  public Door door(int instance) {
    return new Door(ports.get(instance), ORIGIN, secrets.get("SAMSNAKK_TICKET_KEY"));
  }

  /** SIGKILL. */
  public void kill(int instance) {
    var killed = Objects.requireNonNull(instances.remove(ports.get(instance)));
    killed.process().destroyForcibly().onExit().join();
  }

  public void kafkaStops() {
    kafka.close();
  }

  /** With the data that it had. */
  public void kafkaIsBack() {
    kafka = startKafka();
  }

  /** How many of messaging's events are still to be sent. */
  public long unsent() throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.superuserJdbcUrl());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from messaging.outbox_unsent")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    instances.values().forEach(Child::close);
    kafka.close();
    postgres.close();
  }
}
