package no.samsnakk.rooms.proposal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.contracts.event.AuditAction;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.refusal.RefusalCode;
import no.samsnakk.contracts.text.Text;
import no.samsnakk.platform.caller.Caller;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.platform.problem.Refusal;
import no.samsnakk.rooms.asking.AskingAgain;
import no.samsnakk.rooms.asking.Bounds;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.letter.Letters;
import no.samsnakk.rooms.overview.Describer;
import no.samsnakk.rooms.overview.RoomDetails;
import no.samsnakk.rooms.overview.RoomViews;
import no.samsnakk.rooms.room.Done;
import no.samsnakk.rooms.room.Room;
import no.samsnakk.rooms.room.RoomChanges;
import no.samsnakk.rooms.room.RoomState;
import no.samsnakk.rooms.room.Rooms;
import no.samsnakk.rooms.room.Seat;

/**
 * Proposes a room. The client makes its id, so that proposing may be repeated: the same body is the
 * same proposal, another one is refused.
 */
@ApplicationScoped
class Proposal {
  private final Rooms rooms;
  private final RoomChanges changes;
  private final Patients patients;
  private final AskingAgain askingAgain;
  private final Bounds bounds;
  private final Letters letters;
  private final Helpers helpers;
  private final Fingerprints fingerprints;
  private final Describer describer;
  private final RoomViews views;
  private final Clock clock;

  Proposal(
      Rooms rooms,
      RoomChanges changes,
      Patients patients,
      AskingAgain askingAgain,
      Bounds bounds,
      Letters letters,
      Helpers helpers,
      Fingerprints fingerprints,
      Describer describer,
      RoomViews views,
      Clock clock) {
    this.rooms = rooms;
    this.changes = changes;
    this.patients = patients;
    this.askingAgain = askingAgain;
    this.bounds = bounds;
    this.letters = letters;
    this.helpers = helpers;
    this.fingerprints = fingerprints;
    this.describer = describer;
    this.views = views;
    this.clock = clock;
  }

  /**
   * Once, however often and from however many sides at once it is asked for. The turns come first:
   * whoever waits for one holds up nobody who does something in a room, such as a withdrawal (R4).
   */
  Uni<Proposed> propose(UUID roomId, ProposalRequest request, Caller caller) {
    return Panache.withTransaction(
        () ->
            rooms
                .proposerInTurn(caller.personId())
                .chain(() -> rooms.oneAtATime(roomId))
                .chain(() -> rooms.forViewIfAny(roomId))
                .chain(
                    known ->
                        known
                            .filter(room -> room.room().proposedBy().equals(caller.personId()))
                            .map(room -> repeat(room, request, caller))
                            .orElseGet(() -> first(roomId, known, request, caller))));
  }

  private Uni<Proposed> repeat(RoomState own, ProposalRequest request, Caller caller) {
    if (!own.room().proposedAs(caller.personId(), fingerprints.of(request))) {
      throw new Refusal(RefusalCode.ROOM_EXISTS_DIFFERENTLY, own.roomId());
    }
    return views
        .show(own, caller, AuditAction.ROOM_REFRESHED)
        .map(room -> new Proposed(room, false));
  }

  /**
   * One whom the id's room is none of the business of is refused only what would have been made
   * without it: whatever else is wrong with a proposal is answered first, as for an id that is
   * free.
   */
  private Uni<Proposed> first(
      UUID roomId, Optional<RoomState> foreign, ProposalRequest request, Caller caller) {
    var role = Helpers.own(request.asRoleId(), caller);
    var number = patients.number(request.patient());
    return helpers
        .named(request.invitedRoleIds(), caller)
        .call(() -> bounds.requireProposal(caller.personId()))
        .chain(
            named ->
                patients
                    .meet(number, caller.personId())
                    .invoke(patient -> requireFree(foreign))
                    .call(
                        patient ->
                            askingAgain.requirePause(
                                patient, caller.personId(), role.organisation().organisationId()))
                    .call(() -> letters.ask(request.patient().email(), caller.personId()))
                    .chain(patient -> make(roomId, request, patient, caller, role, named)))
        .map(room -> new Proposed(room, true));
  }

  private static void requireFree(Optional<RoomState> foreign) {
    foreign.ifPresent(
        room -> {
          throw new Refusal(RefusalCode.ROOM_EXISTS_DIFFERENTLY, room.roomId());
        });
  }

  private Uni<RoomDetails> make(
      UUID roomId,
      ProposalRequest request,
      UUID patient,
      Caller caller,
      Me.Role role,
      List<RoleView> named) {
    var now = clock.instant();
    var room =
        new Room(
            roomId,
            Text.trimmed(request.purpose()),
            patient,
            Text.trimmed(request.patient().name()),
            caller.personId(),
            fingerprints.of(request),
            now);
    var proposers =
        Seat.ofHelper(
            roomId,
            caller.personId(),
            role.roleId(),
            role.organisation().organisationId(),
            null,
            now);
    var others = named.stream().map(other -> seat(roomId, other, caller, now)).toList();
    var proposed =
        done(Seat.ofPatient(roomId, patient, now), proposers, others)
            .andLetterTo(request.patient().email());
    return rooms
        .blockedBy(patient)
        .invoke(blocked -> leaveUnasked(proposed.newSeats(), blocked))
        .chain(blocked -> changes.make(room, blocked, proposed))
        .chain(state -> describer.details(state, caller));
  }

  /**
   * His row is locked, as a block locks it: whom he has blocked before is found, and whom he blocks
   * after it is found here. It looks the same to the proposer, and the letter to the address that
   * she typed goes as for anybody: it may be her own (R9).
   */
  private static void leaveUnasked(List<Seat> seats, Set<UUID> blocked) {
    seats.stream().filter(seat -> blocked.contains(seat.personId())).forEach(Seat::leaveUnasked);
  }

  private static Seat seat(UUID roomId, RoleView role, Caller inviter, Instant now) {
    return Seat.ofHelper(
        roomId, role.personId(), role.roleId(), role.organisationId(), inviter.personId(), now);
  }

  private static Done done(Seat patients, Seat proposers, List<Seat> others) {
    var seats = new ArrayList<>(List.of(patients, proposers));
    seats.addAll(others);
    var done = Done.toRoom(Change.PROPOSED, AuditAction.ROOM_PROPOSED).with(seats);
    for (var seat : others) {
      done = done.and(AuditAction.SEAT_PROPOSED, seat);
    }
    return done;
  }
}
