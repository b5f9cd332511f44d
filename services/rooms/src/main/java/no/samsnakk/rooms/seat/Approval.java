package no.samsnakk.rooms.seat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Level;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.overview.Describer;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/** The patient decides who sits in his room, one by one (R1). */
@ApplicationScoped
class Approval {
  private static final Level LEVEL = Level.HIGH;

  private final RoomChanges changes;
  private final Describer describer;
  private final Clock clock;

  Approval(RoomChanges changes, Describer describer, Clock clock) {
    this.changes = changes;
    this.describer = describer;
    this.clock = clock;
  }

  /** Whether this patient is known surely enough to approve somebody. */
  static boolean mayBeGivenBy(Caller patient) {
    return patient.level().compareTo(LEVEL) >= 0;
  }

  /** His word for her is one for her proposal too, if it was hers (decision 70). */
  static void letIn(RoomState state, Seat seat, Instant at) {
    seat.approve(at);
    if (seat.personId().equals(state.room().proposedBy())) {
      state.room().leaveStanding(null);
    }
  }

  Uni<RoomDetails> answer(
      UUID roomId, UUID seatId, ApprovalRequest.Decision decision, Caller caller) {
    return Panache.withTransaction(
        () ->
            changes
                .change(roomId, caller.personId(), state -> answer(state, seatId, decision, caller))
                .chain(state -> describer.details(state, caller)));
  }

  private Done answer(
      RoomState state, UUID seatId, ApprovalRequest.Decision decision, Caller caller) {
    Access.require(state, caller).requirePatient();
    caller.requireLevel(LEVEL);
    var seat =
        state
            .helperSeat(seatId)
            .orElseThrow(() -> new Refusal(RefusalCode.SEAT_UNKNOWN, state.roomId()));
    if (state.room().status() != RoomStatus.ACTIVE) {
      throw new Refusal(RefusalCode.CONSENT_MISSING, state.roomId());
    }
    if (state.blocks(seat) && decision == ApprovalRequest.Decision.APPROVED) {
      throw new Refusal(RefusalCode.PERSON_BLOCKED, state.roomId());
    }
    if (seat.status() != SeatStatus.PROPOSED) {
      throw new Refusal(RefusalCode.APPROVAL_ALREADY_ANSWERED, state.roomId());
    }
    var now = clock.instant();
    return switch (decision) {
      case APPROVED -> {
        letIn(state, seat, now);
        yield Done.toSeat(Change.SEAT_APPROVED, AuditAction.SEAT_APPROVED, seat);
      }
      case DECLINED -> {
        seat.refuse(SeatStatus.DECLINED, now);
        yield Done.toSeat(Change.SEAT_DECLINED, AuditAction.SEAT_DECLINED, seat);
      }
    };
  }
}
