package no.samsnakk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.samsnakk.local.process.Ports;
import no.samsnakk.local.tls.Tls;

/** What has to be so before anything is started; otherwise nothing is. */
final class Checks {
  private Checks() {}

  static void disk(Home home, Settings settings) {
    try {
      Files.createDirectories(home.state());
      long free = Files.getFileStore(home.state()).getUsableSpace() / (1024 * 1024);
      long wanted = settings.minimumFreeMebibytes();
      if (free < wanted) {
        throw Refusal.DISK_NEARLY_FULL.with(free, home.state(), wanted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void ports(List<Part> parts) {
    for (Part part : parts) {
      part.ports()
          .forEach(
              (port, number) -> {
                if (Ports.taken(number)) {
                  throw Refusal.PORT_TAKEN.with(number, part.name(), port.variable());
                }
              });
    }
  }

  static void built(Home home, List<Part> parts) {
    for (Service service : Service.values()) {
      Path application = service.application(home);
      boolean wanted = parts.stream().anyMatch(part -> part.name().equals(service.label()));
      if (wanted && !Files.exists(application)) {
        throw Refusal.NOT_BUILT.with(application);
      }
    }
  }

  /** Someone else's server means someone else's credentials. */
  static void credentials(Settings settings) {
    if (!settings.ownDatabase()) {
      for (Service service : Service.values()) {
        require(settings, "SAMSNAKK_DATABASE", service.password());
      }
      truststore(settings);
    }
    if (!settings.ownKafka() && settings.kafkaAsksForPasswords()) {
      for (Service service : Service.values()) {
        require(settings, "SAMSNAKK_KAFKA", service.kafkaPassword());
      }
    }
    if (!settings.ownKeycloak()) {
      require(settings, "SAMSNAKK_ISSUER", "SAMSNAKK_CLIENT_SECRET");
    }
  }

  /** Who asks for a migration means all of it. */
  static void owners(Settings settings) {
    if (!settings.ownDatabase()) {
      for (Service service : Service.values()) {
        require(settings, "SAMSNAKK_DATABASE", service.ownerPassword());
      }
      truststore(settings);
    }
  }

  /** Whoever verifies has to know by whom. */
  private static void truststore(Settings settings) {
    if (settings.databaseSecurity(Tls.OFF).mode().startsWith("verify")) {
      require(settings, "SAMSNAKK_DATABASE", "SAMSNAKK_DATABASE_TRUSTSTORE");
    }
  }

  private static void require(Settings settings, String because, String name) {
    if (settings.given(name).isEmpty()) {
      throw Refusal.SETTING_MISSING.with(because, name);
    }
  }
}
