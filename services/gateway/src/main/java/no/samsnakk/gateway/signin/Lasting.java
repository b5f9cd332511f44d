package no.samsnakk.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import no.samsnakk.gateway.session.Session;

/**
 * How long a session lasts if nothing is done from now on.
 *
 * @param secondsLeft for who cannot trust his own clock
 * @param mayStay whether doing something makes it longer
 */
public record Lasting(Instant expiresAt, long secondsLeft, boolean mayStay) {
  static Lasting of(Session session, Instant now) {
    var expiresAt = session.expiresAt();
    return new Lasting(
        expiresAt, Math.max(0, Duration.between(now, expiresAt).toSeconds()), session.mayStay());
  }
}
