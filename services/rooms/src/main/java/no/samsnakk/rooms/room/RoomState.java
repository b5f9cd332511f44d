package no.samsnakk.rooms.room;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/**
 * A room with all its seats.
 *
 * @param blocked all whom its patient has blocked
 */
public record RoomState(Room room, List<Seat> seats, Set<UUID> blocked) {
  public UUID roomId() {
    return room.roomId();
  }

  /** This person's seat. The patient's is the patient's, whoever may have invited her to help. */
  public Optional<Seat> seatOf(UUID personId) {
    var part = personId.equals(room.patientId()) ? Part.PATIENT : Part.HELPER;
    return seats.stream()
        .filter(seat -> seat.part() == part && seat.personId().equals(personId))
        .findFirst();
  }

  /** What she who sits there may do with what is said in the room. */
  public Rights rights(Seat seat) {
    return Rights.of(room.status(), seat.part(), seat.status(), blocks(seat));
  }

  /** Whether its patient has blocked her who sits, is to sit or has sat there. */
  public boolean blocks(Seat seat) {
    return blocked.contains(seat.personId());
  }

  /**
   * Whether the patient has blocked her who asks him for this room: he is not asked, and she waits
   * for an answer as anybody would.
   */
  public boolean isAskedInVain() {
    return room.status() == RoomStatus.PROPOSED
        && seatOf(room.proposedBy()).filter(seat -> seat.unasked() || blocks(seat)).isPresent();
  }

  /** Whether a block, or its being taken back, has not reached every seat yet. */
  public boolean isUnsettled() {
    return !toEmpty().isEmpty() || !toAsk().isEmpty();
  }

  /** The seats that are to be empty, because of a block. */
  public List<Seat> toEmpty() {
    return helpers().stream().filter(seat -> seat.status().open() && blocks(seat)).toList();
  }

  /** The seats that he can be asked about, now that he has taken a block back. */
  public List<Seat> toAsk() {
    return helpers().stream().filter(seat -> seat.unasked() && !blocks(seat)).toList();
  }

  /** A helper's seat. */
  public Optional<Seat> helperSeat(UUID seatId) {
    return helpers().stream().filter(seat -> seat.seatId().equals(seatId)).findFirst();
  }

  /** The question to the patient, while it is open; else {@code consent-already-answered}. */
  public Consent.Asked requireAsked() {
    if (!(room.consent() instanceof Consent.Asked asked)) {
      throw new Refusal(RefusalCode.CONSENT_ALREADY_ANSWERED, roomId());
    }
    return asked;
  }

  /** The roles by which people sit, are to sit or have sat in it. */
  public Set<UUID> roleIds() {
    return seats.stream().map(Seat::roleId).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The seats that are not the patient's. */
  public List<Seat> helpers() {
    return seats.stream().filter(seat -> seat.part() == Part.HELPER).toList();
  }

  /**
   * Somebody who does not know it has invited the patient to help himself. Until he consents that
   * has to look like any other seat, or it would tell whose the number is; it never becomes one.
   */
  public boolean isPatientAsHelper(Seat seat) {
    return seat.part() == Part.HELPER && seat.personId().equals(room.patientId());
  }
}
