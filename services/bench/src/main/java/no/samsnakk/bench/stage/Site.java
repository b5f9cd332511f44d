package no.samsnakk.bench.stage;

import java.util.HashMap;
import java.util.List;
import no.samsnakk.local.Home;
import no.samsnakk.local.Secrets;
import no.samsnakk.local.Service;
import no.samsnakk.local.Settings;

/** A folder and ports of our own, on which nobody signs in: tickets are all that sockets need. */
record Site(Home home, Settings settings, Secrets secrets) {
  private static final String PORT_BASE = "SAMSNAKK_PORT_BASE";
  private static final String OUR_PORT_BASE = "18500";
  private static final List<Service> SERVICES =
      List.of(Service.ROOMS, Service.MESSAGING, Service.AUDIT);
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
  private static final String WITHOUT_ISSUER = "-Dquarkus.oidc.tenant-enabled=false";

  static Home folder(String name) {
    var checkout = Home.find();
    return new Home(checkout.root(), checkout.state().resolve(name));
  }

  /** With nothing in it but what a run of this name leaves for the next: its secrets. */
  static Site fresh(String name) {
    var home = folder(name);
    Folder.delete(home.state().resolve("data"));
    Folder.delete(home.state().resolve("logs"));
    return new Site(home, ourSettings(), new Secrets(home.state().resolve("secrets")));
  }

  /**
   * The same for JVMs that are started and killed again and again: with the first compiler alone,
   * and without writing archives of their classes.
   */
  Site quickToStart() {
    var environment = new HashMap<>(settings.environment());
    environment.put("SAMSNAKK_ARCHIVES", "false");
    SERVICES.forEach(it -> environment.merge(options(it), FIRST_COMPILER, Site::before));
    return new Site(home, new Settings(environment), secrets);
  }

  /** With these options for the JVM of one service; those of the environment win. */
  Site with(Service service, String options) {
    var environment = new HashMap<>(settings.environment());
    environment.merge(options(service), options, Site::before);
    return new Site(home, new Settings(environment), secrets);
  }

  private static String before(String given, String options) {
    return options + " " + given;
  }

  private static Settings ourSettings() {
    var environment = new HashMap<String, String>();
    environment.put(
        PORT_BASE, System.getenv().getOrDefault("SAMSNAKK_BENCH_PORT_BASE", OUR_PORT_BASE));
    for (var service : SERVICES) {
      var given = System.getenv().getOrDefault(options(service), "");
      environment.put(options(service), WITHOUT_ISSUER + " " + given);
    }
    return new Settings(environment);
  }

  private static String options(Service service) {
    return "SAMSNAKK_" + service + "_JAVA_OPTIONS";
  }
}
