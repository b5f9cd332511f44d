package no.samsnakk.bench.stage;

import java.time.Duration;
import java.util.HashMap;
import no.samsnakk.bench.proxy.Proxy;
import no.samsnakk.local.Home;
import no.samsnakk.local.LocalService;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.Settings;
import no.samsnakk.local.process.Child;
import org.jspecify.annotations.Nullable;

/** One of several instances of messaging, with a way to PostgreSQL of its own. */
public final class Instance implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final String label;
  private final int port;
  private final Proxy database;
  private final Home home;
  private final Settings settings;
  private final Secrets secrets;
  private volatile @Nullable Child child;

  Instance(String label, int port, int managementPort, Proxy database, Site site) {
    this.label = label;
    this.port = port;
    this.database = database;
    this.home = site.home();
    this.secrets = site.secrets();
    var environment = new HashMap<>(site.settings().environment());
    environment.put("SAMSNAKK_MESSAGING_PORT", "" + port);
    environment.put("SAMSNAKK_MESSAGING_MANAGEMENT_PORT", "" + managementPort);
    environment.put("SAMSNAKK_DATABASE", "localhost:" + database.port() + "/samsnakk");
    environment.put("SAMSNAKK_DATABASE_SECURITY", "disable");
    this.settings = new Settings(environment);
  }

  /** Where its sockets are. */
  public Door door() {
    return new Door(port, settings.origin(), secrets.get("SAMSNAKK_TICKET_KEY"));
  }

  public String label() {
    return label;
  }

  /** What stands between it and PostgreSQL. */
  public Proxy database() {
    return database;
  }

  public boolean isUp() {
    var running = child;
    return running != null && running.process().isAlive();
  }

  /** Starts it, and waits until it is ready. */
  public void start() {
    child = LocalService.start(home, settings, secrets, Service.MESSAGING, label);
  }

  /** SIGKILL: no farewell. Returns when it is gone. */
  public void kill() {
    var running = child;
    if (running != null) {
      running.process().destroyForcibly().onExit().join();
    }
  }

  /** SIGSTOP: keeps its sockets and its locks, and says nothing. */
  public void freeze() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    var running = child;
    if (running != null && running.process().isAlive()) {
      running.signal(name);
    }
  }

  @Override
  public void close() {
    var running = child;
    if (running != null) {
      thaw();
      running.close(GRACE);
    }
    database.close();
  }
}
