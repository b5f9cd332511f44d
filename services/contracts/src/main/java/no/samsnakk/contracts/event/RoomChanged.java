package no.samsnakk.contracts.event;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room after a change of who may do what in it.
 *
 * @param accessEpoch rises with every change (R4); an older one is ignored
 * @param changedBy the person who did it, or the organisation whose directory says that a role is
 *     over
 * @param concerns the person it was done to, for changes of a seat
 * @param letterTo where the proposer asked to have one letter sent, for {@link Change#PROPOSED}
 *     alone: it is about this proposal, whoever its patient is, and never the patient's own address
 */
public record RoomChanged(
    UUID roomId,
    long accessEpoch,
    Change change,
    Status status,
    UUID patientId,
    UUID proposedBy,
    UUID changedBy,
    @Nullable UUID concerns,
    List<Seat> seats,
    @Nullable String letterTo)
    implements RoomEvent {

  /** A change that no letter is asked for. */
  public RoomChanged(
      UUID roomId,
      long accessEpoch,
      Change change,
      Status status,
      UUID patientId,
      UUID proposedBy,
      UUID changedBy,
      @Nullable UUID concerns,
      List<Seat> seats) {
    this(
        roomId,
        accessEpoch,
        change,
        status,
        patientId,
        proposedBy,
        changedBy,
        concerns,
        seats,
        null);
  }

  /** What happened. */
  public enum Change {
    PROPOSED,
    CONSENT_GIVEN,
    CONSENT_DECLINED,
    CONSENT_WITHDRAWN,
    SEAT_PROPOSED,
    SEAT_APPROVED,
    SEAT_DECLINED,
    SEAT_REMOVED,
    PROPOSAL_RETRACTED
  }

  /** Where the room stands (CareTeam.status). */
  public enum Status {
    PROPOSED,
    ACTIVE,
    DECLINED,
    WITHDRAWN,
    RETRACTED
  }

  /** A place in the room (CareTeam.participant). */
  public record Seat(
      UUID seatId,
      UUID personId,
      @Nullable UUID organisationId,
      Part part,
      SeatStatus status,
      boolean mayRead,
      boolean mayWrite) {}

  /** Whose seat it is. */
  public enum Part {
    PATIENT,
    HELPER
  }

  /** Where a seat stands; only an active one gives access. */
  public enum SeatStatus {
    PROPOSED,
    ACTIVE,
    DECLINED,
    REMOVED
  }

  /** Not the address (R9). */
  @Override
  public String toString() {
    return "RoomChanged[" + roomId + ", " + change + ", accessEpoch=" + accessEpoch + "]";
  }
}
