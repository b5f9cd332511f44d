package no.samsnakk.contracts.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves; any thread may read it, one moves it. */
public final class MovedClock extends Clock {
  private final Clock beneath;
  private volatile Duration ahead = Duration.ZERO;

  private MovedClock(Clock beneath) {
    this.beneath = beneath;
  }

  /** One that stands until it is moved. */
  public static MovedClock standingAt(Instant time) {
    return new MovedClock(Clock.fixed(time, ZoneOffset.UTC));
  }

  /** One that goes as the services' own does, and is not ahead of it yet. */
  public static MovedClock going() {
    return new MovedClock(Clock.tickMillis(ZoneOffset.UTC));
  }

  /** Moves it forwards. */
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** Moves it to this time. */
  public void moveTo(Instant time) {
    ahead = Duration.between(beneath.instant(), time);
  }

  /** How far it has been moved. */
  public Duration ahead() {
    return ahead;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return beneath.instant().plus(ahead);
  }
}
