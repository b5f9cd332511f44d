package no.samsnakk.bench.stage;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.LocalService;
import no.samsnakk.local.Port;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.Settings;
import no.samsnakk.local.process.Ports;

/**
 * Fresh servers and services on ports and in a folder of their own. Of rooms and the gateway there
 * are only the tables and the views that messaging reads; they have no part in the life of a
 * message.
 */
public final class Stage implements AutoCloseable {
  private static final List<Port> USED =
      List.of(
          Port.POSTGRES,
          Port.KAFKA,
          Port.MESSAGING,
          Port.MESSAGING_MANAGEMENT,
          Port.AUDIT,
          Port.AUDIT_MANAGEMENT);

  /**
   * Messaging within 512 MiB of heap and direct memory together, all through the bench: Netty
   * counts its own direct memory and the JVM the rest, and each may have what is said here.
   */
  public static final String MEMORY = "-Xmx320m -XX:MaxDirectMemorySize=96m";

  /** A few people write for many: so many that the bounds on each would be what is measured. */
  private static final String WITHOUT_RATES =
      "-Dsamsnakk.limits.messages-per-person-per-minute=1000000"
          + " -Dsamsnakk.limits.messages-per-room-per-minute=1000000";

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Map<String, Long> processes = new LinkedHashMap<>();
  private final Home home;
  private final Settings settings;
  private final Secrets secrets;
  private String superuserUrl = "";

  private Stage(Site site) {
    this.home = site.home();
    this.settings = site.settings();
    this.secrets = site.secrets();
  }

  /** Everything up, and as many rooms as asked for. */
  public static Stage open() {
    var stage =
        new Stage(Site.fresh("bench").with(Service.MESSAGING, MEMORY + " " + WITHOUT_RATES));
    try {
      stage.superuserUrl = stage.start();
      return stage;
    } catch (RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  /** So many rooms of five people, as messaging sees them. */
  public List<Room> rooms(int count) {
    return rooms(count, 5);
  }

  public List<Room> rooms(int count, int people) {
    return Seed.rooms(superuserUrl, count, people);
  }

  /** About so many messages, in other rooms than those where something is measured. */
  public void store(int messages) {
    Filler.store(superuserUrl, rooms(200), messages);
  }

  /** What is kept in the end. */
  public Archive archive() {
    return new Archive(superuserUrl);
  }

  /** How to get a socket. */
  public Door door() {
    return new Door(
        settings.port(Port.MESSAGING), settings.origin(), secrets.get("SAMSNAKK_TICKET_KEY"));
  }

  /** The ids of the processes that have a part in the life of a message, by name. */
  public Map<String, Long> processes() {
    return Collections.unmodifiableMap(processes);
  }

  /** Where messaging tells its metrics. */
  public int messagingManagementPort() {
    return settings.port(Port.MESSAGING_MANAGEMENT);
  }

  @Override
  public void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        // The rest is to be stopped all the same; the reaper kills what is left.
        System.err.println("could not stop in order: " + e);
      }
    }
    Folder.delete(home.state().resolve("data"));
  }

  private String start() {
    requireFreePorts();
    var postgres =
        LocalPostgres.start(home, home.data("postgres"), settings.port(Port.POSTGRES), secrets);
    started.push(postgres);
    processes.put("postgres", postgres.server().pid());
    var kafka = LocalKafka.start(home, home.data("kafka"), settings.port(Port.KAFKA), secrets);
    started.push(kafka);
    processes.put("kafka", kafka.server().pid());
    postgres.migrated(Service.values());
    for (var service : List.of(Service.MESSAGING, Service.AUDIT)) {
      var child = LocalService.start(home, settings, secrets, service);
      started.push(child);
      processes.put(child.name(), child.pid());
    }
    return postgres.superuserJdbcUrl();
  }

  private void requireFreePorts() {
    for (var port : USED) {
      if (Ports.taken(settings.port(port))) {
        throw new IllegalStateException(
            "port %d is taken; set SAMSNAKK_BENCH_PORT_BASE".formatted(settings.port(port)));
      }
    }
  }
}
