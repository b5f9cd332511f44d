package no.samsnakk.rooms.consent;

import java.time.Instant;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.IfYes;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/** What the patient's yes does to the seats of his room (R1). */
record Yes(Access access, IfYes ifYes, Instant now) {

  /** To the question: the text names who comes with it, everybody else waits for his own yes. */
  Done to(Consent.Asked asked) {
    var state = access.state();
    state.room().become(asked.give(ConsentTexts.CURRENT, now));
    access.seat().become(SeatStatus.ACTIVE, now);
    state.helpers().stream()
        .filter(seat -> seat.status() == SeatStatus.PROPOSED && state.isPatientAsHelper(seat))
        .forEach(seat -> seat.become(SeatStatus.DECLINED, now));
    state.toEmpty().forEach(Seat::leaveUnasked);
    return joined();
  }

  /**
   * To a room that he has said no to. Who sat in it, or was to, is asked about anew: his no took
   * their places, and his yes gives nobody one whom it does not name.
   */
  Done after(Consent.No no) {
    var room = access.state().room();
    room.become(no.give(ConsentTexts.CURRENT, now));
    if (access.seat().status() != SeatStatus.ACTIVE) {
      access.seat().openWithRoom(now);
      access.seat().become(SeatStatus.ACTIVE, now);
    }
    ifYes.joins().forEach(seat -> seat.openWithRoom(now));
    ifYes.asked().forEach(seat -> seat.openWithRoom(now));
    ifYes.unasked().forEach(seat -> seat.openWithRoom(now));
    ifYes.unasked().forEach(Seat::leaveUnasked);
    access.state().helpers().forEach(Seat::stayClosed);
    room.leaveStanding(ifYes.joins().isEmpty() ? no.saidAt() : null);
    return joined();
  }

  private Done joined() {
    var done = Done.toRoom(Change.CONSENT_GIVEN, AuditAction.CONSENT_GIVEN);
    for (var seat : ifYes.joins()) {
      seat.approve(now);
      done = done.and(AuditAction.SEAT_APPROVED, seat);
    }
    return done;
  }
}
