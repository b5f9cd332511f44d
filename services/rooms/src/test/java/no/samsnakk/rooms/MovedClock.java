package no.samsnakk.rooms;

import io.quarkus.test.junit.QuarkusMock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock, set ahead by a test until it ends. */
final class MovedClock extends Clock {
  private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
  private volatile Duration ahead = Duration.ZERO;

  private MovedClock() {}

  static MovedClock install() {
    var clock = new MovedClock();
    QuarkusMock.installMockForType(clock, Clock.class);
    return clock;
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** As she is who has signed in just now, by this clock. */
  Actor fresh(Actor actor) {
    return actor.with(Actor.HIGH, ahead.negated());
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
    return real.instant().plus(ahead);
  }
}
