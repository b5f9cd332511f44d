package no.samsnakk.audit.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person reads the log, page after page: one look, whatever her browser has to ask for. Each
 * page is an entry of its own; that they are one line is a claim of the browser's, and holds for as
 * long as somebody may sit there.
 */
public final class Reading {
  /** Longer than a session lasts. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final int VERSION_WITH_TIME = 7;

  private Reading() {}

  /**
   * The reading that is gone on with, if it can be.
   *
   * @param claimed the id of the entry that it began with, as the browser says
   */
  public static Optional<UUID> goneOnWith(@Nullable UUID claimed, Instant now) {
    return Optional.ofNullable(claimed).filter(id -> isOf(id, now));
  }

  private static boolean isOf(UUID id, Instant now) {
    if (id.version() != VERSION_WITH_TIME) {
      return false;
    }
    var began = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    return began.isAfter(now.minus(LONGEST)) && !began.isAfter(now);
  }
}
