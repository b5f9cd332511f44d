package no.samsnakk.bench.stage;

import static java.util.Objects.requireNonNull;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import no.samsnakk.bench.proxy.Proxy;
import no.samsnakk.local.LocalKafka;
import no.samsnakk.local.LocalPostgres;
import no.samsnakk.local.LocalService;
import no.samsnakk.local.Port;
import no.samsnakk.local.Service;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;
import org.jspecify.annotations.Nullable;

/**
 * A stage that can be broken part by part, and mended.
 *
 * <pre>
 *   messaging-1 ── proxy ──┐                    ┌── audit
 *   messaging-2 ── proxy ──┴── PostgreSQL ──────┤   (on a small disk, where one can be mounted)
 *   all of them ── proxy ───── Kafka            └── we ourselves
 * </pre>
 */
public final class Breakable implements AutoCloseable {
  // Above the base; Port has the others.
  private static final int MESSAGING_2 = 6;
  private static final int MESSAGING_2_MANAGEMENT = 16;
  private static final int KAFKA_PROXY = 43;
  private static final int DATABASE_PROXY = 44;
  private static final int DISK_MEBIBYTES = 768;

  private final Site site;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Instance> messaging = new ArrayList<>();
  private final SmallDisk disk;
  private final Proxy kafkaProxy;
  private volatile @Nullable LocalPostgres postgres;
  private volatile @Nullable LocalKafka kafka;

  private Breakable(Site site) {
    this.site = site;
    this.disk = SmallDisk.at(site.home().data("postgres"), DISK_MEBIBYTES);
    started.push(disk);
    int base = port(Port.GATEWAY);
    this.kafkaProxy = proxy(base + KAFKA_PROXY, port(Port.KAFKA));
    messaging.add(instance(1, port(Port.MESSAGING), port(Port.MESSAGING_MANAGEMENT)));
    messaging.add(instance(2, base + MESSAGING_2, base + MESSAGING_2_MANAGEMENT));
  }

  /** Everything up. */
  public static Breakable open() {
    SmallDisk.release(Site.folder("faults").data("postgres"));
    var stage = new Breakable(Site.fresh("faults").quickToStart());
    try {
      stage.start();
      return stage;
    } catch (RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  private Instance instance(int number, int port, int managementPort) {
    var database = proxy(port(Port.GATEWAY) + DATABASE_PROXY + number, port(Port.POSTGRES));
    return new Instance("messaging-" + number, port, managementPort, database, site);
  }

  private Proxy proxy(int port, int target) {
    var proxy = Proxy.open(port, target);
    started.push(proxy);
    return proxy;
  }

  private void start() {
    requireFreePorts();
    startPostgres();
    started.push(this::closePostgres);
    requireNonNull(postgres).migrated(Service.values());
    keepWalSmall();
    startKafka();
    started.push(this::closeKafka);
    messaging.forEach(started::push);
    // One after the other: on a busy machine each is ready in time, all together none of them is.
    messaging.forEach(Instance::start);
    started.push(start(Service.AUDIT));
  }

  private Child start(Service service) {
    return LocalService.start(site.home(), site.settings(), site.secrets(), service);
  }

  /** So many rooms of five people, as messaging sees them. */
  public List<Room> rooms(int count) {
    return Seed.rooms(superuserUrl(), count, 5);
  }

  /** What is kept in the end. */
  public Archive archive() {
    return new Archive(superuserUrl());
  }

  /** Who may what, and the means to change it. */
  public AccessTable access() {
    return new AccessTable(superuserUrl());
  }

  public List<Instance> messaging() {
    return List.copyOf(messaging);
  }

  /** What stands between Kafka and everyone. */
  public Proxy kafkaProxy() {
    return kafkaProxy;
  }

  /** What PostgreSQL's data lies on. */
  public SmallDisk disk() {
    return disk;
  }

  /** Stops PostgreSQL at once, as if the machine had lost its power. */
  public void stopPostgres() {
    var running = postgres;
    if (running != null) {
      running.server().signal("QUIT");
      running.server().process().onExit().join();
    }
  }

  /** Whether a full disk has not ended it. */
  public boolean postgresIsUp() {
    var running = postgres;
    return running != null && running.server().process().isAlive();
  }

  /** Starts PostgreSQL on the data that it has. */
  public void startPostgres() {
    var home = site.home();
    postgres =
        LocalPostgres.start(home, home.data("postgres"), port(Port.POSTGRES), site.secrets());
  }

  /** Kills Kafka. */
  public void stopKafka() {
    var running = kafka;
    if (running != null) {
      running.server().process().destroyForcibly().onExit().join();
    }
  }

  /** Starts Kafka on the data that it has. */
  public void startKafka() {
    var home = site.home();
    var data = home.data("kafka");
    kafka = LocalKafka.start(home, data, port(Port.KAFKA), kafkaProxy.port(), site.secrets());
  }

  private void closePostgres() {
    var running = postgres;
    if (running != null) {
      running.close();
    }
  }

  private void closeKafka() {
    var running = kafka;
    if (running != null) {
      running.close();
    }
  }

  /** So that the small disk is full only when somebody fills it. */
  private void keepWalSmall() {
    try (var connection = DriverManager.getConnection(superuserUrl());
        var statement = connection.createStatement()) {
      statement.execute("alter system set max_wal_size = '128MB'");
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String superuserUrl() {
    var running = postgres;
    if (running == null) {
      throw new IllegalStateException("PostgreSQL was never started");
    }
    return running.superuserJdbcUrl();
  }

  private void requireFreePorts() {
    for (var port : List.of(Port.POSTGRES, Port.KAFKA, Port.MESSAGING, Port.AUDIT)) {
      if (Ports.taken(port(port))) {
        throw new IllegalStateException(
            "port %d is taken; set SAMSNAKK_BENCH_PORT_BASE".formatted(port(port)));
      }
    }
  }

  private int port(Port port) {
    return site.settings().port(port);
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
    Folder.delete(site.home().state().resolve("data"));
  }
}
