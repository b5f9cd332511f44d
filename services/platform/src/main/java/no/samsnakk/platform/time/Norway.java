package no.samsnakk.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What time it is for the people who use Samsnakk; a day of theirs has 23 hours, or 25, at times.
 */
public final class Norway {
  private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

  private Norway() {}

  /** The day that it is then. */
  public static LocalDate dayAt(Instant time) {
    return LocalDate.ofInstant(time, ZONE);
  }

  /**
   * When the clocks show this.
   *
   * @return nothing where they are set and show it never that day, or twice
   */
  public static Optional<Instant> at(LocalDateTime shown) {
    var offsets = ZONE.getRules().getValidOffsets(shown);
    return offsets.size() == 1
        ? Optional.of(shown.toInstant(offsets.getFirst()))
        : Optional.empty();
  }

  /** When this day begins. */
  public static Instant beginningOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
