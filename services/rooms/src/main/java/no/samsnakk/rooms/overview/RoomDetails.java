package no.samsnakk.rooms.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.access.May;
import no.samsnakk.rooms.room.RoomStatus;
import org.jspecify.annotations.Nullable;

/**
 * A room with all that one who sees it may know: a {@link RoomSummary} and more.
 *
 * @param seats everybody who sits, is to sit or has sat in it
 * @param may what the one who asked may do now
 * @param ifYes what a yes of his would do; for the patient, where he may say it
 */
public record RoomDetails(
    UUID roomId,
    RoomStatus status,
    String purpose,
    PersonRef patient,
    RoomSummary.Mine me,
    RoomSummary.ProposedBy proposedBy,
    int participantCount,
    List<Awaited> awaiting,
    long accessEpoch,
    Instant changedAt,
    List<SeatView> seats,
    @Nullable ConsentView consent,
    May may,
    @Nullable IfYesView ifYes) {

  static RoomDetails of(
      RoomSummary summary,
      List<SeatView> seats,
      @Nullable ConsentView consent,
      May may,
      @Nullable IfYesView ifYes) {
    return new RoomDetails(
        summary.roomId(),
        summary.status(),
        summary.purpose(),
        summary.patient(),
        summary.me(),
        summary.proposedBy(),
        summary.participantCount(),
        summary.awaiting(),
        summary.accessEpoch(),
        summary.changedAt(),
        seats,
        consent,
        may,
        ifYes);
  }

  /** Neither purpose nor names (R9). */
  @Override
  public String toString() {
    return "RoomDetails[" + roomId + "]";
  }
}
