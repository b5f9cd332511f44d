package no.samsnakk.rooms.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.room.Part;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * A room in a list.
 *
 * @param participantCount how many sit in it, the patient among them
 * @param awaiting what it waits for from the one who asked
 */
public record RoomSummary(
    UUID roomId,
    RoomStatus status,
    String purpose,
    PersonRef patient,
    Mine me,
    ProposedBy proposedBy,
    int participantCount,
    List<Awaited> awaiting,
    long accessEpoch,
    Instant changedAt) {

  /** The seat of the one who asked. */
  public record Mine(UUID seatId, Part part, SeatStatus status) {}

  /** Who proposed it, and for which organisation. */
  public record ProposedBy(String name, String organisationName) {}

  /** Neither purpose nor names (R9). */
  @Override
  public String toString() {
    return "RoomSummary[" + roomId + "]";
  }
}
