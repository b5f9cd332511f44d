package no.samsnakk.rooms.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import no.samsnakk.platform.caller.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Giving consent and taking it back needs a login of the highest level, and a recent one. */
@ApplicationScoped
class FreshLogin {
  private final Duration age;
  private final Clock clock;

  FreshLogin(@ConfigProperty(name = "samsnakk.fresh-login") Duration age, Clock clock) {
    this.age = age;
    this.clock = clock;
  }

  /** Refuses with {@code level-too-low} or {@code fresh-login-required}. */
  void require(Caller caller) {
    caller.requireFreshHigh(clock.instant(), age);
  }
}
