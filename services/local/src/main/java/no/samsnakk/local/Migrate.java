package no.samsnakk.local;

import java.io.PrintStream;
import java.util.Set;
import no.samsnakk.local.process.Ports;

/** {@code ./samsnakk migrate}: for operators a job before a roll-out. */
final class Migrate {
  private Migrate() {}

  /** Brings the tables up to date; starts and stops our own PostgreSQL for that if it is down. */
  static void run(Home home, Settings settings, PrintStream out) {
    Checks.owners(settings);
    if (settings.ownDatabase() && !Ports.answers(settings.port(Port.POSTGRES))) {
      Set<String> parts = Set.of("postgres", Parts.SCHEMA);
      Progress progress = new Progress(out, false);
      try (AllInOne server = AllInOne.prepare(home, settings, parts::contains, progress)) {
        server.start();
      }
    } else {
      Secrets secrets = new Secrets(home.state().resolve("secrets"), settings.environment());
      new Schemas(home, settings, secrets).migrate();
    }
    out.println("The tables of all services are up to date.");
  }
}
