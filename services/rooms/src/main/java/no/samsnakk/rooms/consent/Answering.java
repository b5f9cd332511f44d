package no.samsnakk.rooms.consent;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.audittrail.TraceBudget;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.overview.Describer;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.IfYes;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Rooms;
import no.samsnakk.rooms.room.SeatStatus;
import org.jspecify.annotations.Nullable;

/**
 * The patient answers whether there is to be a room (R1). Of two answers at once one is refused;
 * and after his no he alone may say yes, without anybody asking him anew.
 */
@ApplicationScoped
class Answering {
  private final Rooms rooms;
  private final Roles roles;
  private final RoomChanges changes;
  private final Describer describer;
  private final KeptConsents kept;
  private final FreshLogin fresh;
  private final TraceBudget budget;
  private final Clock clock;

  Answering(
      Rooms rooms,
      Roles roles,
      RoomChanges changes,
      Describer describer,
      KeptConsents kept,
      FreshLogin fresh,
      TraceBudget budget,
      Clock clock) {
    this.rooms = rooms;
    this.roles = roles;
    this.changes = changes;
    this.describer = describer;
    this.kept = kept;
    this.fresh = fresh;
    this.budget = budget;
    this.clock = clock;
  }

  /** The roles are looked at under the room's lock: none of those that his yes counts is older. */
  Uni<RoomDetails> answer(UUID roomId, ConsentRequest request, Caller caller) {
    return Panache.withTransaction(
        () ->
            rooms
                .forChange(roomId)
                .invoke(state -> Access.require(state, caller))
                .chain(
                    state ->
                        roles.seatable(state.roleIds()).map(seatable -> IfYes.of(state, seatable)))
                .chain(ifYes -> answer(roomId, ifYes, request, caller)));
  }

  private Uni<RoomDetails> answer(UUID roomId, IfYes ifYes, ConsentRequest request, Caller caller) {
    return changes
        .change(roomId, caller.personId(), state -> answer(state, ifYes, request, caller))
        .chain(state -> describer.details(state, caller))
        .call(
            room ->
                request.decision() == ConsentRequest.Decision.GIVEN
                    ? kept.keep(room, ifYes, request)
                    : Uni.createFrom().voidItem());
  }

  private Done answer(RoomState state, IfYes ifYes, ConsentRequest request, Caller caller) {
    var access = Access.require(state, caller).requirePatient();
    fresh.require(caller);
    return switch (state.room().consent()) {
      case Consent.Asked asked -> {
        requireCurrentText(state, request);
        yield switch (request.decision()) {
          case GIVEN -> {
            requireAsShown(state, ifYes, request.shown());
            yield new Yes(access, ifYes, clock.instant()).to(asked);
          }
          case DECLINED -> decline(access, asked);
        };
      }
      case Consent.No no -> openAgain(access, ifYes, request, caller, no);
      case Consent.Given _, Consent.Retracted _ -> throw alreadyAnswered(state);
    };
  }

  /** He has said no already; what he can say now is yes. */
  private Done openAgain(
      Access access, IfYes ifYes, ConsentRequest request, Caller caller, Consent.No no) {
    var state = access.state();
    if (request.decision() != ConsentRequest.Decision.GIVEN) {
      throw alreadyAnswered(state);
    }
    requireCurrentText(state, request);
    requireAsShown(state, ifYes, request.shown());
    // To and fro may be as often as anybody acts; the no to it is never too much (R4).
    budget.require(caller.personId());
    return new Yes(access, ifYes, clock.instant()).after(no);
  }

  private Done decline(Access access, Consent.Asked asked) {
    var now = clock.instant();
    access.state().room().become(asked.decline(ConsentTexts.CURRENT, now));
    access.state().seats().stream()
        .filter(seat -> seat.asOthersSee() == SeatStatus.PROPOSED)
        .forEach(seat -> seat.closeWithRoom(SeatStatus.DECLINED, now));
    return Done.toRoom(Change.CONSENT_DECLINED, AuditAction.CONSENT_DECLINED);
  }

  private static void requireCurrentText(RoomState state, ConsentRequest request) {
    if (!request.textVersion().equals(ConsentTexts.CURRENT)) {
      throw new Refusal(RefusalCode.CONSENT_TEXT_OUTDATED, state.roomId());
    }
  }

  /**
   * A yes is to what stood on the page. One that was given before a later no, and arrives after it,
   * opens nothing (R4); nor does one from an older browser, whose page does not say who joins.
   */
  private static void requireAsShown(
      RoomState state, IfYes ifYes, ConsentRequest.@Nullable Shown shown) {
    if (shown == null || !shown.is(state, ifYes)) {
      throw new Refusal(RefusalCode.CONSENT_PAGE_OUTDATED, state.roomId());
    }
  }

  private static Refusal alreadyAnswered(RoomState state) {
    return new Refusal(RefusalCode.CONSENT_ALREADY_ANSWERED, state.roomId());
  }
}
