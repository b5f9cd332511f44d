package no.samsnakk.rooms.room;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.problem.Refusal;

/** A room with all its seats. */
public record RoomState(Room room, List<Seat> seats) {
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
    return Rights.of(room.status(), seat.part(), seat.status());
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
