package no.samsnakk.rooms.seat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.overview.Describer;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.SeatStatus;

/** The patient shows somebody out, or a helper leaves. It bites as a withdrawal does (R4). */
@ApplicationScoped
class Removal {
  private final RoomChanges changes;
  private final Describer describer;
  private final Clock clock;

  Removal(RoomChanges changes, Describer describer, Clock clock) {
    this.changes = changes;
    this.describer = describer;
    this.clock = clock;
  }

  /** The room after it; nothing for one who has left and does not see it any more. */
  Uni<Optional<RoomDetails>> remove(UUID roomId, UUID seatId, Caller caller) {
    return Panache.withTransaction(
        () ->
            changes
                .change(roomId, caller.personId(), state -> remove(state, seatId, caller))
                .chain(state -> describe(state, caller)));
  }

  private Uni<Optional<RoomDetails>> describe(RoomState state, Caller caller) {
    return Access.of(state, caller.personId()).isPresent()
        ? describer.details(state, caller).map(Optional::of)
        : Uni.createFrom().item(Optional.empty());
  }

  private Done remove(RoomState state, UUID seatId, Caller caller) {
    var access = Access.require(state, caller);
    if (!access.isPatient() && !access.seat().seatId().equals(seatId)) {
      throw new Refusal(RefusalCode.NOT_ALLOWED, state.roomId());
    }
    if (access.isPatient() && access.seat().seatId().equals(seatId)) {
      // His way out is to withdraw: a room without its patient would be a hidden side room (R8).
      throw new Refusal(RefusalCode.NOT_ALLOWED, state.roomId());
    }
    // First: a room that is not open tells nobody whether her seat in it is one he is asked about.
    requireActive(access);
    var seat =
        state
            .helperSeat(seatId)
            .filter(found -> found.status().open())
            .orElseThrow(() -> new Refusal(RefusalCode.SEAT_UNKNOWN, state.roomId()));
    if (access.isPatient()) {
      seat.refuse(SeatStatus.REMOVED, clock.instant());
    } else {
      seat.become(SeatStatus.REMOVED, clock.instant());
    }
    return Done.toSeat(Change.SEAT_REMOVED, AuditAction.SEAT_REMOVED, seat);
  }

  private static void requireActive(Access access) {
    if (!access.may().write()) {
      throw new Refusal(RefusalCode.ROOM_NOT_ACTIVE, access.state().roomId());
    }
  }
}
