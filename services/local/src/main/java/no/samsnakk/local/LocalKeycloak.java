package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samsnakk.local.directory.Directory;
import no.samsnakk.local.keycloak.Distribution;
import no.samsnakk.local.keycloak.Instance;
import no.samsnakk.local.keycloak.Setup;
import no.samsnakk.local.process.Await;
import no.samsnakk.local.process.Child;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Tls;

/**
 * A real Keycloak with the realms {@code samsnakk} and {@code bankid}, in a database of its own
 * inside our PostgreSQL. The first start takes half a minute, later ones about ten seconds. It does
 * not outlive this JVM, whatever ends it.
 */
public final class LocalKeycloak implements AutoCloseable {
  private static final String DATABASE = "keycloak";
  private static final String USER_MANAGER = "samsnakk-tests";

  /** Of an administrator that there was once. */
  private static final String OLD_PASSWORD = "SAMSNAKK_KEYCLOAK_ADMIN_PASSWORD";

  /** On a machine that does ten other things, too; one that has ended is noticed at once. */
  private static final Duration START = Duration.ofMinutes(10);

  /**
   * Where it listens and whom it serves.
   *
   * @param origin the one address that browsers use, where the gateway answers
   * @param directory the people of the stand-in
   * @param tls whether it listens by TLS alone
   */
  public record Settings(int port, int managementPort, String origin, Path directory, Tls tls) {
    public static Settings free(String origin) {
      Path directory = Home.find().deploy("demo/directory.json");
      return new Settings(Ports.free(), Ports.free(), origin, directory, Tls.OFF);
    }
  }

  /** A service account of realm {@code samsnakk} that may look after its users. */
  public record UserManager(String clientId, String secret) {}

  private final Child server;
  private final Settings settings;
  private final Map<String, String> placeholders;
  private final Optional<UserManager> userManager;
  private final Set<Path> temporary;

  private LocalKeycloak(
      Child server,
      Settings settings,
      Map<String, String> placeholders,
      Optional<UserManager> userManager,
      Set<Path> temporary) {
    this.server = server;
    this.settings = settings;
    this.placeholders = placeholders;
    this.userManager = userManager;
    this.temporary = temporary;
  }

  /** One on free ports, with random secrets, in the given PostgreSQL. */
  public static LocalKeycloak temporary(LocalPostgres postgres, String origin) {
    Home home = Home.find();
    Path folder = Folders.temporary(home, "keycloak-");
    Secrets secrets = new Secrets(folder.resolve("secrets"));
    Path log = folder.resolve("log");
    var userManager = Optional.of(new UserManager(USER_MANAGER, Passwords.password()));
    Set<Path> temporary = Set.of(folder);
    return start(
        home, folder, postgres, Settings.free(origin), secrets, userManager, log, temporary);
  }

  /** The one of the all-in-one. */
  public static LocalKeycloak start(
      Home home, LocalPostgres postgres, Settings settings, Secrets secrets) {
    Path folder = home.state().resolve("keycloak");
    Path log = home.log("keycloak");
    return start(home, folder, postgres, settings, secrets, Optional.empty(), log, Set.of());
  }

  private static LocalKeycloak start(
      Home home,
      Path folder,
      LocalPostgres postgres,
      Settings settings,
      Secrets secrets,
      Optional<UserManager> userManager,
      Path log,
      Set<Path> temporary) {
    Path zips = home.root().resolve("services/local/target/keycloak");
    Distribution distribution = Distribution.ready(zips, home.runtime("keycloak"), log);
    Directory directory = Directory.read(settings.directory());
    Instance instance = Instance.prepare(folder, distribution, home.deploy("keycloak"), directory);
    Map<String, String> placeholders = placeholders(settings, secrets);
    String fingerprint = instance.fingerprint(placeholders, distribution);
    String password = secrets.get("SAMSNAKK_DB_KEYCLOAK_PASSWORD");
    boolean fresh = makesDatabase(postgres, fingerprint, password);
    Map<String, String> environment = environment(postgres, settings, password, placeholders);
    // Known to this process and to Keycloak's, and to nobody once it has taken itself out.
    HttpClient http = settings.tls().http().build();
    Setup setup = new Setup(url(settings), Passwords.password(), http);
    if (fresh) {
      environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", Setup.CLIENT);
      environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", setup.secret());
    }
    Child child = instance.start(environment, arguments(fresh), log);
    var keycloak = new LocalKeycloak(child, settings, placeholders, userManager, temporary);
    try {
      isUp(child, settings, http);
      if (fresh) {
        finish(setup, userManager);
      }
      forget(secrets.file(OLD_PASSWORD));
    } catch (RuntimeException e) {
      keycloak.close();
      throw e;
    }
    postgres.commentOnDatabase(DATABASE, fingerprint);
    return keycloak;
  }

  /** Whether the database was made anew, because what it was made from has changed. */
  private static boolean makesDatabase(
      LocalPostgres postgres, String fingerprint, String password) {
    boolean fresh = !postgres.databaseComment(DATABASE).equals(fingerprint);
    if (fresh) {
      // Everything in it can be made again: users come back with their next sign-in.
      postgres.dropDatabase(DATABASE);
    }
    postgres.createDatabaseWithOwner(DATABASE, password);
    return fresh;
  }

  /** Returns once the server is up and the import is done: both realms can be asked. */
  private static void isUp(Child child, Settings settings, HttpClient http) {
    for (String realm : List.of("samsnakk", "bankid")) {
      String path = "/realms/" + realm + "/.well-known/openid-configuration";
      Await.answers(child, START, URI.create(url(settings) + path), http);
    }
  }

  private static void finish(Setup setup, Optional<UserManager> userManager) {
    setup.closeMaster();
    userManager.ifPresent(it -> setup.addUserManager(it.clientId(), it.secret()));
    setup.takeItselfOut();
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> arguments(boolean fresh) {
    List<String> arguments = new ArrayList<>(List.of("start", "--optimized"));
    if (fresh) {
      arguments.add("--import-realm");
    }
    return arguments;
  }

  private static Map<String, String> placeholders(Settings settings, Secrets secrets) {
    return Map.of(
        "SAMSNAKK_ORIGIN", settings.origin(),
        "SAMSNAKK_KEYCLOAK", url(settings),
        "SAMSNAKK_CLIENT_SECRET", secrets.get("SAMSNAKK_CLIENT_SECRET"),
        "SAMSNAKK_BANKID_SECRET", secrets.get("SAMSNAKK_BANKID_SECRET"));
  }

  private static Map<String, String> environment(
      LocalPostgres postgres, Settings settings, String password, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(own(postgres, settings, password));
    environment.putAll(more);
    environment.putAll(encryption(settings.tls()));
    return environment;
  }

  private static Map<String, String> own(
      LocalPostgres postgres, Settings settings, String password) {
    return Map.ofEntries(
        Map.entry("KC_DB_URL", postgres.jdbcUrl(DATABASE)),
        Map.entry("KC_DB_USERNAME", DATABASE),
        Map.entry("KC_DB_PASSWORD", password),
        Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
        Map.entry("KC_HOSTNAME", url(settings)),
        Map.entry("KC_HTTP_ENABLED", "" + !settings.tls().on()),
        Map.entry("KC_HTTP_HOST", "127.0.0.1"),
        Map.entry("KC_HTTP_PORT", "" + settings.port()),
        Map.entry("KC_HTTPS_PORT", "" + settings.port()),
        Map.entry("KC_HTTP_MANAGEMENT_PORT", "" + settings.managementPort()),
        Map.entry("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1"),
        Map.entry("KC_CACHE", "local"),
        Map.entry("KC_LOG_LEVEL", "info"));
  }

  private static Map<String, String> encryption(Tls tls) {
    Map<String, String> encryption = new HashMap<>();
    tls.of("keycloak")
        .ifPresent(
            own -> {
              encryption.put("KC_HTTPS_CERTIFICATE_FILE", own.toString());
              encryption.put("KC_HTTPS_CERTIFICATE_KEY_FILE", own.toString());
            });
    // It asks its other realm, and tells the gateway of sessions that have ended.
    tls.authority().ifPresent(it -> encryption.put("KC_TRUSTSTORE_PATHS", it.toString()));
    return encryption;
  }

  private static String url(Settings settings) {
    return settings.tls().scheme() + "://localhost:" + settings.port();
  }

  /** As {@code SAMSNAKK_ISSUER} has it. */
  public String issuer() {
    return url(settings) + "/realms/samsnakk";
  }

  /** The environment of services that use it. */
  public Map<String, String> configuration() {
    return Map.of(
        "SAMSNAKK_ISSUER", issuer(),
        "SAMSNAKK_ORIGIN", settings.origin(),
        "SAMSNAKK_CLIENT_SECRET", placeholders.getOrDefault("SAMSNAKK_CLIENT_SECRET", ""),
        "SAMSNAKK_BANKID_SECRET", placeholders.getOrDefault("SAMSNAKK_BANKID_SECRET", ""));
  }

  /** For tests; only a temporary one has it, and there is no other administrator. */
  public UserManager userManager() {
    return userManager.orElseThrow();
  }

  /** The process: tests stop and kill it. */
  public Child server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
    temporary.forEach(Folders::delete);
  }
}
