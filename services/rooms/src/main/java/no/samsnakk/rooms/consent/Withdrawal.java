package no.samsnakk.rooms.consent;

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
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * The patient takes his consent back: nobody else reads or writes in the room any more (R4). It
 * waits for a message that is just being written, and every later one finds it done.
 */
@ApplicationScoped
class Withdrawal {
  private final RoomChanges changes;
  private final Describer describer;
  private final FreshLogin fresh;
  private final Clock clock;

  Withdrawal(RoomChanges changes, Describer describer, FreshLogin fresh, Clock clock) {
    this.changes = changes;
    this.describer = describer;
    this.fresh = fresh;
    this.clock = clock;
  }

  Uni<RoomDetails> withdraw(UUID roomId, Caller caller) {
    return Panache.withTransaction(
        () ->
            changes
                .changeUnlessSo(roomId, caller.personId(), state -> withdraw(state, caller))
                .chain(state -> describer.details(state, caller)));
  }

  private Optional<Done> withdraw(RoomState state, Caller caller) {
    Access.require(state, caller).requirePatient();
    return switch (state.room().consent()) {
      case Consent.Given given -> {
        fresh.require(caller);
        yield Optional.of(withdraw(state, given));
      }
      case Consent.Withdrawn so -> Optional.empty();
      case Consent.Asked none -> throw notGiven(state);
      case Consent.Declined none -> throw notGiven(state);
      case Consent.Retracted none -> throw notGiven(state);
    };
  }

  private static Refusal notGiven(RoomState state) {
    return new Refusal(RefusalCode.CONSENT_NOT_GIVEN, state.roomId());
  }

  private Done withdraw(RoomState state, Consent.Given given) {
    var now = clock.instant();
    state.room().become(given.withdraw(now));
    state.helpers().stream()
        .filter(Seat::isOpen)
        .forEach(seat -> seat.closeWithRoom(SeatStatus.REMOVED, now));
    return Done.toRoom(Change.CONSENT_WITHDRAWN, AuditAction.CONSENT_WITHDRAWN);
  }
}
