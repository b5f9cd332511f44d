package no.samsnakk.rooms.room;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A place in a room (FHIR: CareTeam.participant). A person has one, however often she is invited
 * again; it is never deleted, so that whoever lost it can be seen to have lost it.
 */
@Entity
@Table(name = "seat")
public class Seat {
  @EmbeddedId private SeatKey key;

  @Column(name = "person_id")
  private UUID personId;

  @Enumerated(EnumType.STRING)
  @Column
  private Part part;

  @Enumerated(EnumType.STRING)
  @Column
  private SeatStatus status;

  @Column(name = "role_id")
  private @Nullable UUID roleId;

  @Column(name = "organisation_id")
  private @Nullable UUID organisationId;

  @Column(name = "invited_by")
  private @Nullable UUID invitedBy;

  @Column private int refusals;

  @Column(name = "refused_at")
  private @Nullable Instant refusedAt;

  @Column(name = "closed_with_room")
  private boolean closedWithRoom;

  @Column private boolean unasked;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Seat() {}

  /** The patient's own. */
  public static Seat ofPatient(UUID roomId, UUID personId, Instant at) {
    var seat = new Seat();
    seat.key = new SeatKey(roomId, Ids.next());
    seat.personId = personId;
    seat.part = Part.PATIENT;
    seat.status = SeatStatus.PROPOSED;
    seat.changedAt = at;
    return seat;
  }

  /** One for somebody who is to help; empty until the patient has approved (R1). */
  public static Seat ofHelper(
      UUID roomId,
      UUID personId,
      UUID roleId,
      UUID organisationId,
      @Nullable UUID invitedBy,
      Instant at) {
    var seat = new Seat();
    seat.key = new SeatKey(roomId, Ids.next());
    seat.personId = personId;
    seat.part = Part.HELPER;
    seat.status = SeatStatus.PROPOSED;
    seat.roleId = roleId;
    seat.organisationId = organisationId;
    seat.invitedBy = invitedBy;
    seat.changedAt = at;
    return seat;
  }

  /**
   * Takes a step of those that all others see ({@link SeatStatus}); who is not asked about gets no
   * yes.
   */
  public void become(SeatStatus next, Instant at) {
    if (!asOthersSee().mayBecome(next) || unasked && next == SeatStatus.ACTIVE) {
      throw new IllegalStateException("A seat cannot go from " + this + " to " + next);
    }
    status = next;
    unasked = false;
    changedAt = at;
  }

  /**
   * She is asked for, and the patient is not asked: he has blocked her. It is his no; all others
   * see that she waits, as they have or would have without the block (R9).
   */
  public void leaveUnasked() {
    if (status != SeatStatus.PROPOSED) {
      throw new IllegalStateException("Nobody is asked about " + this);
    }
    status = SeatStatus.DECLINED;
    unasked = true;
  }

  /** He has taken the block back: he is asked, about what all others see. */
  public void ask() {
    if (!unasked) {
      throw new IllegalStateException("He has been asked about " + this);
    }
    status = SeatStatus.PROPOSED;
    unasked = false;
  }

  /** Whether she is asked for and the patient is not asked. */
  public boolean unasked() {
    return unasked;
  }

  /** Where it stands, for all but the patient. */
  public SeatStatus asOthersSee() {
    return unasked ? SeatStatus.PROPOSED : status;
  }

  /** Whether somebody sits here or is asked for. */
  public boolean isOpen() {
    return asOthersSee().open();
  }

  /** The patient lets her sit here; what he said before does not count any more. */
  public void approve(Instant at) {
    become(SeatStatus.ACTIVE, at);
    refusals = 0;
    refusedAt = null;
  }

  /** The patient does not want her here, or no longer. */
  public void refuse(SeatStatus next, Instant at) {
    become(next, at);
    refusals++;
    refusedAt = at;
  }

  /**
   * The patient has said no to the whole room, and nothing about her who sits or is to sit here.
   */
  public void closeWithRoom(SeatStatus next, Instant at) {
    become(next, at);
    closedWithRoom = true;
  }

  /** The room is open again: she is asked about anew. */
  public void openWithRoom(Instant at) {
    become(SeatStatus.PROPOSED, at);
    closedWithRoom = false;
  }

  /** The room is open again without her, and she does not come back with it another time. */
  public void stayClosed() {
    closedWithRoom = false;
  }

  /** Whether it was the no to the whole room that emptied this seat, and nothing else. */
  public boolean closedWithRoom() {
    return closedWithRoom;
  }

  /** She is asked for again, perhaps in another role. */
  public void inviteAgain(UUID newRoleId, UUID newOrganisationId, UUID inviter, Instant at) {
    become(SeatStatus.PROPOSED, at);
    roleId = newRoleId;
    organisationId = newOrganisationId;
    invitedBy = inviter;
  }

  public UUID roomId() {
    return key.roomId();
  }

  public UUID seatId() {
    return key.seatId();
  }

  public UUID personId() {
    return personId;
  }

  public Part part() {
    return part;
  }

  public SeatStatus status() {
    return status;
  }

  public @Nullable UUID roleId() {
    return roleId;
  }

  public @Nullable UUID organisationId() {
    return organisationId;
  }

  public @Nullable UUID invitedBy() {
    return invitedBy;
  }

  /** How often the patient has refused her since he last said yes. */
  public int refusals() {
    return refusals;
  }

  public @Nullable Instant refusedAt() {
    return refusedAt;
  }

  public Instant changedAt() {
    return changedAt;
  }

  @Override
  public String toString() {
    return "Seat[" + key + ", " + status + (unasked ? ", unasked]" : "]");
  }
}
