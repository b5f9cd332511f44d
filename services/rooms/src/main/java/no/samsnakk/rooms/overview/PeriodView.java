package no.samsnakk.rooms.overview;

import java.time.Instant;
import no.samsnakk.rooms.room.PeriodEnd;
import no.samsnakk.rooms.room.SeatPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody was in the room (FHIR: CareTeam.participant.period).
 *
 * @param startEpoch the room's epoch that it began with: what was said before carries a lower one;
 *     null where that was not kept
 * @param end null while it goes on
 * @param endEpoch the room's epoch that it ended with; null where that was not kept
 */
public record PeriodView(
    Instant start,
    @Nullable Long startEpoch,
    @Nullable Instant end,
    @Nullable Long endEpoch,
    @Nullable PeriodEnd endedBy) {
  static PeriodView of(SeatPeriod period) {
    return new PeriodView(
        period.startedAt(),
        period.startEpoch(),
        period.endedAt(),
        period.endEpoch(),
        period.endedBy());
  }
}
