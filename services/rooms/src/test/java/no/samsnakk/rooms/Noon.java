package no.samsnakk.rooms;

import java.time.Duration;
import java.time.Instant;
import no.samsnakk.platform.time.Norway;

/** Half a day from midnight in Oslo, so that what is counted by the day is counted in one. */
final class Noon {
  private Noon() {}

  static Instant tomorrow() {
    var tomorrow = Norway.dayAt(Instant.now()).plusDays(1);
    return Norway.beginningOf(tomorrow).plus(Duration.ofHours(12));
  }
}
