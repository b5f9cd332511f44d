package no.samsnakk.rooms.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.samsnakk.rooms.room.Part;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.SeatStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A room in a list.
 *
 * @param participantCount how many sit in it, the patient among them
 * @param awaiting what it waits for from the one who asked
 * @param people who is in the room and who was, to name those a question is between; told to
 *     whoever may read there, and to nobody else
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
    Instant changedAt,
    List<Member> people) {

  /** The seat of the one who asked. */
  public record Mine(UUID seatId, Part part, SeatStatus status) {}

  /** Who proposed it, and for which organisation. */
  public record ProposedBy(String name, String organisationName) {}

  /**
   * Somebody who is in the room, or no longer is.
   *
   * @param organisationName whom she helps for; of the patient, and of who helps for none, nothing
   * @param present whether she is in it now
   */
  @Schema(requiredProperties = {"personId", "name", "present"})
  public record Member(
      UUID personId, String name, @Nullable String organisationName, boolean present) {
    /** Not the name (R9). */
    @Override
    public String toString() {
      return "Member[" + personId + "]";
    }
  }

  /** Neither purpose nor names (R9). */
  @Override
  public String toString() {
    return "RoomSummary[" + roomId + "]";
  }
}
