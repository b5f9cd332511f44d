package no.samsnakk.rooms.signin;

import static no.samsnakk.rooms.log.RoomsLog.LOG;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.regex.Pattern;
import no.samsnakk.platform.settings.ServiceSettings;

/** Keeps people who do not exist away from a real issuer (design, part 6). */
@ApplicationScoped
class DemoGuard {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private final boolean demo;
  private final URI issuer;

  @Inject
  DemoGuard(ServiceSettings settings) {
    this(settings.demo(), URI.create(settings.issuer()));
  }

  DemoGuard(boolean demo, URI issuer) {
    this.demo = demo;
    this.issuer = issuer;
  }

  /** First of all that happens at start. */
  void start(@Observes @Priority(1) StartupEvent started) {
    var host = String.valueOf(issuer.getHost());
    if (demo && !LOOPBACK.matcher(host).matches()) {
      throw LOG.demoIssuerElsewhere(host);
    }
  }
}
