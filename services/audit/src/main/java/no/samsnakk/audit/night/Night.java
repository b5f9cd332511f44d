package no.samsnakk.audit.night;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** What is due once a day at an hour, by UTC. */
public final class Night {
  private Night() {}

  /** The hour that has struck last: what was done last before it is due. */
  public static Instant lastStruck(LocalTime hour, Instant at) {
    var now = at.atOffset(ZoneOffset.UTC);
    var today = now.with(hour);
    return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
  }
}
