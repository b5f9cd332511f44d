package no.samsnakk.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import no.samsnakk.local.Part.Running;
import no.samsnakk.local.mail.MailCatcher;
import no.samsnakk.local.process.Child;

/** What is to be run here: everything that is not someone else's. */
final class Parts {
  /** Nothing that runs: the services' tables, made before them. */
  static final String SCHEMA = "schema";

  private final Home home;
  private final Settings settings;
  private final Secrets secrets;

  /** Keycloak's database is in it. */
  private final AtomicReference<LocalPostgres> postgres = new AtomicReference<>();

  Parts(Home home, Settings settings, Secrets secrets) {
    this.home = home;
    this.settings = settings;
    this.secrets = secrets;
  }

  /** Each after those that it waits for. */
  List<Part> all() {
    List<Part> parts = new ArrayList<>();
    if (settings.ownDatabase() || settings.ownKeycloak()) {
      parts.add(new Part("postgres", ports(Port.POSTGRES), Set.of(), this::startPostgres));
    }
    if (!new Schemas(home, settings, secrets).known().isEmpty()) {
      parts.add(new Part(SCHEMA, Map.of(), Set.of("postgres"), this::migrate));
    }
    if (settings.ownKafka()) {
      parts.add(new Part("kafka", ports(Port.KAFKA), Set.of(), this::startKafka));
    }
    if (settings.ownMail()) {
      parts.add(new Part("mail", ports(Port.SMTP, Port.INBOX), Set.of(), this::startMail));
    }
    if (settings.ownKeycloak()) {
      Map<Port, Integer> ports = ports(Port.KEYCLOAK, Port.KEYCLOAK_MANAGEMENT);
      parts.add(new Part("keycloak", ports, Set.of("postgres"), this::startKeycloak));
    }
    for (Service service : Service.values()) {
      if (settings.given(service.urlVariable()).isEmpty()) {
        parts.add(part(service));
      }
    }
    return parts;
  }

  /** A service asks for Keycloak's keys once somebody comes, so both start at once. */
  private Part part(Service service) {
    return new Part(
        service.label(),
        ports(service.port(), service.managementPort()),
        Set.of("postgres", SCHEMA, "kafka", "mail"),
        () -> startService(service));
  }

  private Map<Port, Integer> ports(Port... ports) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    for (Port port : ports) {
      numbers.put(port, settings.port(port));
    }
    return numbers;
  }

  private Running startPostgres() {
    Path data = home.data("postgres");
    int port = settings.port(Port.POSTGRES);
    LocalPostgres server = LocalPostgres.start(home, data, port, secrets, secrets.tls(settings));
    postgres.set(server);
    return Running.process(server.server(), server);
  }

  private Running migrate() {
    new Schemas(home, settings, secrets).migrate();
    return new Running(Optional.empty(), () -> {});
  }

  private Running startKafka() {
    Path data = home.data("kafka");
    int port = settings.port(Port.KAFKA);
    LocalKafka kafka = LocalKafka.start(home, data, port, secrets, secrets.tls(settings));
    return Running.process(kafka.server(), kafka);
  }

  private Running startMail() {
    MailCatcher mail =
        MailCatcher.start(
            home.data("mail"),
            settings.port(Port.SMTP),
            settings.port(Port.INBOX),
            Clock.systemUTC(),
            secrets.tls(settings));
    return new Running(Optional.empty(), mail);
  }

  private Running startKeycloak() {
    LocalKeycloak.Settings where =
        new LocalKeycloak.Settings(
            settings.port(Port.KEYCLOAK),
            settings.port(Port.KEYCLOAK_MANAGEMENT),
            settings.origin(),
            settings.directory(home),
            secrets.tls(settings));
    LocalKeycloak keycloak =
        LocalKeycloak.start(home, requireNonNull(postgres.get()), where, secrets);
    return Running.process(keycloak.server(), keycloak);
  }

  private Running startService(Service service) {
    Child child = LocalService.start(home, settings, secrets, service);
    return Running.process(child, child);
  }
}
