package no.samsnakk.rooms.seat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.asking.Bounds;
import no.samsnakk.rooms.asking.Pauses;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.overview.Describer;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Anybody in the room asks for somebody more; the seat stays empty until the patient approves (R1).
 * Whom he himself names he approves with it, where he says so and is as surely known as that
 * demands.
 */
@ApplicationScoped
class Invitation {
  private final RoomChanges changes;
  private final Roles roles;
  private final Pauses pauses;
  private final Bounds bounds;
  private final Describer describer;
  private final Clock clock;

  Invitation(
      RoomChanges changes,
      Roles roles,
      Pauses pauses,
      Bounds bounds,
      Describer describer,
      Clock clock) {
    this.changes = changes;
    this.roles = roles;
    this.pauses = pauses;
    this.bounds = bounds;
    this.describer = describer;
    this.clock = clock;
  }

  Uni<RoomDetails> invite(UUID roomId, InvitationRequest request, Caller caller) {
    return Panache.withTransaction(
        () ->
            roles
                .byIds(Set.of(request.roleId()))
                .chain(
                    known ->
                        changes.change(
                            roomId,
                            caller.personId(),
                            state ->
                                invite(
                                    state, known.get(request.roleId()), request.saysYes(), caller)))
                .chain(state -> describer.details(state, caller)));
  }

  private Done invite(RoomState state, @Nullable RoleView role, boolean saysYes, Caller caller) {
    var access = Access.require(state, caller);
    if (!access.may().invite()) {
      throw new Refusal(RefusalCode.ROOM_NOT_ACTIVE, state.roomId());
    }
    if (role == null || !role.seatable()) {
      throw new Refusal(RefusalCode.ROLE_UNKNOWN, state.roomId());
    }
    boolean blocked = state.blocked().contains(role.personId());
    if (blocked && access.isPatient()) {
      throw new Refusal(RefusalCode.PERSON_BLOCKED, state.roomId());
    }
    var former = state.seatOf(role.personId());
    if (former.map(Seat::isOpen).orElse(false)) {
      throw new Refusal(RefusalCode.SEAT_EXISTS, state.roomId());
    }
    if (!access.isPatient()) {
      // He may change his mind; others do not ask him again and again.
      former.ifPresent(this::requirePause);
    }
    bounds.requireSeat(state);
    boolean approves = saysYes && access.isPatient() && Approval.mayBeGivenBy(caller);
    return former
        .map(seat -> again(state, seat, role, caller, approves))
        .orElseGet(() -> first(state, role, caller, approves));
  }

  private void requirePause(Seat seat) {
    var refusedAt = seat.refusedAt();
    if (refusedAt != null) {
      pauses.requireMayInvite(seat.roomId(), seat.refusals(), refusedAt);
    }
  }

  private Done first(RoomState state, RoleView role, Caller caller, boolean approves) {
    var seat =
        Seat.ofHelper(
            state.roomId(),
            role.personId(),
            role.roleId(),
            role.organisationId(),
            caller.personId(),
            clock.instant());
    return asked(state, seat, approves).with(List.of(seat));
  }

  private Done again(RoomState state, Seat seat, RoleView role, Caller caller, boolean approves) {
    seat.inviteAgain(role.roleId(), role.organisationId(), caller.personId(), clock.instant());
    return asked(state, seat, approves);
  }

  /** Who asks for one whom the patient has blocked is answered as for anybody (R9). */
  private Done asked(RoomState state, Seat seat, boolean approves) {
    if (state.blocks(seat)) {
      seat.leaveUnasked();
    }
    if (!approves) {
      return Done.toSeat(Change.SEAT_PROPOSED, AuditAction.SEAT_PROPOSED, seat);
    }
    Approval.letIn(state, seat, clock.instant());
    return Done.toSeat(Change.SEAT_APPROVED, AuditAction.SEAT_PROPOSED, seat)
        .and(AuditAction.SEAT_APPROVED, seat);
  }
}
