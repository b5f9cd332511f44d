package no.samsnakk.rooms.access;

import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.Part;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * One who sees a room, and the seat through which he does. There is no other way to get at one, so
 * what has an Access has been checked.
 *
 * <table>
 * <caption>Who sees a room (R1)</caption>
 * <tr><td>asked</td><td>the patient, unless he has blocked the proposer; the proposer</td></tr>
 * <tr><td>given</td><td>the patient, those in an active seat</td></tr>
 * <tr><td>declined</td><td>the patient, the proposer</td></tr>
 * <tr><td>withdrawn</td><td>the patient</td></tr>
 * <tr><td>retracted</td><td>nobody: it may have been the wrong person's number</td></tr>
 * </table>
 */
public record Access(RoomState state, Seat seat) {
  /** Refuses as if there were no such room, unless he sees it. */
  public static Access require(RoomState state, Caller caller) {
    return of(state, caller.personId())
        .orElseThrow(() -> new Refusal(RefusalCode.ROOM_UNKNOWN, state.roomId()));
  }

  /** Nothing for one who must not know that the room exists. */
  public static Optional<Access> of(RoomState state, UUID personId) {
    return state
        .seatOf(personId)
        .filter(seat -> sees(state, seat))
        .map(seat -> new Access(state, seat));
  }

  private static boolean sees(RoomState state, Seat seat) {
    boolean patients = seat.part() == Part.PATIENT;
    return switch (state.room().consent()) {
      case Consent.Asked _ ->
          patients ? !state.isAskedInVain() : proposersIs(state, seat, SeatStatus.PROPOSED);
      case Consent.Given _ -> patients || state.rights(seat).read();
      case Consent.Declined _ -> patients || proposersIs(state, seat, SeatStatus.DECLINED);
      case Consent.Withdrawn _ -> patients;
      case Consent.Retracted _ -> false;
    };
  }

  private static boolean proposersIs(RoomState state, Seat seat, SeatStatus status) {
    return seat.asOthersSee() == status && isProposers(state, seat);
  }

  private static boolean isProposers(RoomState state, Seat seat) {
    return seat.personId().equals(state.room().proposedBy());
  }

  public boolean isPatient() {
    return seat.part() == Part.PATIENT;
  }

  /** Who asked for it, from the seat in which he did; the patient cannot ask himself. */
  private boolean isProposer() {
    return !isPatient() && isProposers(state, seat);
  }

  /** Refuses with {@code not-allowed} whoever did not propose the room. */
  public Access requireProposer() {
    if (!isProposer()) {
      throw new Refusal(RefusalCode.NOT_ALLOWED, state.roomId());
    }
    return this;
  }

  /** Refuses with {@code not-allowed} whoever is not the patient. */
  public Access requirePatient() {
    if (!isPatient()) {
      throw new Refusal(RefusalCode.NOT_ALLOWED, state.roomId());
    }
    return this;
  }

  /** What he may do. */
  public May may() {
    boolean active = state.room().status() == RoomStatus.ACTIVE;
    boolean asked = state.room().status() == RoomStatus.PROPOSED;
    boolean patient = isPatient();
    return new May(
        state.rights(seat).write(),
        active,
        patient && asked,
        patient && active,
        patient && active,
        patient && state.room().consent() instanceof Consent.No,
        !patient && active,
        isProposer() && asked,
        patient);
  }
}
