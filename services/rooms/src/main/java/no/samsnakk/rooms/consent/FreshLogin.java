package no.samsnakk.rooms.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.settings.ServiceSettings;

/** Giving consent and taking it back needs a login of the highest level, and a recent one. */
@ApplicationScoped
class FreshLogin {
  private final Duration age;
  private final Clock clock;

  FreshLogin(ServiceSettings settings, Clock clock) {
    this.age = settings.freshLogin();
    this.clock = clock;
  }

  /** Refuses with {@code level-too-low} or {@code fresh-login-required}. */
  void require(Caller caller) {
    caller.requireFreshHigh(clock.instant(), age);
  }
}
