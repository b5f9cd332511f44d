package no.samsnakk.rooms.proposal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * Who proposed a room takes the question back, say because the number was somebody else's. Of an
 * answer and a retraction at once one is refused: both lock the room.
 */
@ApplicationScoped
class Retraction {
  private final RoomChanges changes;
  private final Clock clock;

  Retraction(RoomChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  Uni<Void> retract(UUID roomId, Caller caller) {
    return Panache.withTransaction(
            () -> changes.change(roomId, caller.personId(), state -> retract(state, caller)))
        .replaceWithVoid();
  }

  private Done retract(RoomState state, Caller caller) {
    Access.require(state, caller).requireProposer();
    var asked = state.requireAsked();
    var now = clock.instant();
    state.room().become(asked.retract(now));
    state.seats().stream()
        .filter(Seat::isOpen)
        .forEach(seat -> seat.become(SeatStatus.REMOVED, now));
    return Done.toRoom(Change.PROPOSAL_RETRACTED, AuditAction.PROPOSAL_RETRACTED);
  }
}
