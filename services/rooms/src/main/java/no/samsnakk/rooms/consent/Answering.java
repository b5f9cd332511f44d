package no.samsnakk.rooms.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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

/** The patient answers whether there is to be a room (R1). Once; of two answers one is refused. */
@ApplicationScoped
class Answering {
  private final RoomChanges changes;
  private final Describer describer;
  private final FreshLogin fresh;
  private final Clock clock;

  Answering(RoomChanges changes, Describer describer, FreshLogin fresh, Clock clock) {
    this.changes = changes;
    this.describer = describer;
    this.fresh = fresh;
    this.clock = clock;
  }

  Uni<RoomDetails> answer(UUID roomId, ConsentRequest request, Caller caller) {
    return Panache.withTransaction(
        () ->
            changes
                .change(roomId, caller.personId(), state -> answer(state, request, caller))
                .chain(state -> describer.details(state, caller)));
  }

  private Done answer(RoomState state, ConsentRequest request, Caller caller) {
    var access = Access.require(state, caller).requirePatient();
    fresh.require(caller);
    var asked = state.requireAsked();
    if (!request.textVersion().equals(ConsentTexts.CURRENT)) {
      throw new Refusal(RefusalCode.CONSENT_TEXT_OUTDATED, state.roomId());
    }
    return switch (request.decision()) {
      case GIVEN -> give(access, asked);
      case DECLINED -> decline(access, asked);
    };
  }

  /** The text names the proposer: he is approved with it, everybody else on his own. */
  private Done give(Access access, Consent.Asked asked) {
    var now = clock.instant();
    var state = access.state();
    state.room().become(asked.give(ConsentTexts.CURRENT, now));
    access.seat().become(SeatStatus.ACTIVE, now);
    state.helpers().stream()
        .filter(seat -> seat.status() == SeatStatus.PROPOSED && state.isPatientAsHelper(seat))
        .forEach(seat -> seat.become(SeatStatus.DECLINED, now));
    var done = Done.toRoom(Change.CONSENT_GIVEN, AuditAction.CONSENT_GIVEN);
    var proposers =
        state.seatOf(state.room().proposedBy()).filter(s -> s.status() == SeatStatus.PROPOSED);
    proposers.ifPresent(seat -> seat.become(SeatStatus.ACTIVE, now));
    return proposers.map((Seat seat) -> done.and(AuditAction.SEAT_APPROVED, seat)).orElse(done);
  }

  private Done decline(Access access, Consent.Asked asked) {
    var now = clock.instant();
    access.state().room().become(asked.decline(ConsentTexts.CURRENT, now));
    access.state().seats().stream()
        .filter(seat -> seat.status() == SeatStatus.PROPOSED)
        .forEach(seat -> seat.become(SeatStatus.DECLINED, now));
    return Done.toRoom(Change.CONSENT_DECLINED, AuditAction.CONSENT_DECLINED);
  }
}
