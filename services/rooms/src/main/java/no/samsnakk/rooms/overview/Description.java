package no.samsnakk.rooms.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.samsnakk.platform.caller.Me;
import no.samsnakk.rooms.access.Access;
import no.samsnakk.rooms.directory.RoleView;
import no.samsnakk.rooms.directory.Roles;
import no.samsnakk.rooms.room.Consent;
import no.samsnakk.rooms.room.IfYes;
import no.samsnakk.rooms.room.Part;
import no.samsnakk.rooms.room.Room;
import no.samsnakk.rooms.room.RoomStatus;
import no.samsnakk.rooms.room.Seat;
import no.samsnakk.rooms.room.SeatStatus;

/**
 * One room as one person sees it.
 *
 * @param everTaken the seats in which somebody has ever been; of a room that she may not read none
 */
record Description(Access access, Names names, Set<UUID> everTaken) {

  /**
   * @param periods when those were here who have been, by their seats
   */
  RoomDetails details(Map<UUID, List<PeriodView>> periods) {
    var seats =
        access.state().seats().stream()
            .map(seat -> seat(seat, periods.getOrDefault(seat.seatId(), List.of())))
            .toList();
    var may = access.may();
    return RoomDetails.of(
        summary(),
        seats,
        ConsentView.of(room().consent()),
        may,
        may.consent() || may.openAgain() ? ifYes() : null);
  }

  private IfYesView ifYes() {
    return IfYesView.of(IfYes.of(access.state(), Roles.seatable(names.roles())));
  }

  RoomSummary summary() {
    var mine = access.seat();
    var room = room();
    return new RoomSummary(
        room.roomId(),
        room.status(),
        room.purpose(),
        patient(),
        new RoomSummary.Mine(mine.seatId(), mine.part(), shown(mine)),
        proposedBy(),
        (int) access.state().seats().stream().filter(Description::taken).count(),
        awaiting(),
        room.accessEpoch(),
        room.changedAt(),
        people());
  }

  /**
   * Each once, where she had several seats, by the one she has now. Who was here is who has been in
   * her seat, and not how it stands: it may wait again, or never have been taken.
   */
  private List<RoomSummary.Member> people() {
    if (!access.state().rights(access.seat()).read()) {
      return List.of();
    }
    var people = new LinkedHashMap<UUID, RoomSummary.Member>();
    access.state().seats().stream()
        .filter(seat -> taken(seat) || everTaken.contains(seat.seatId()))
        .map(this::member)
        .forEach(
            it -> people.merge(it.personId(), it, (one, other) -> one.present() ? one : other));
    return List.copyOf(people.values());
  }

  private RoomSummary.Member member(Seat seat) {
    var role = names.role(seat.roleId());
    return new RoomSummary.Member(
        seat.personId(),
        names.of(seat.personId()),
        role == null ? null : role.organisationName(),
        taken(seat));
  }

  private Room room() {
    return access.state().room();
  }

  /** Called what the proposer typed until he has consented: a number must not tell a name. */
  private PersonRef patient() {
    var id = room().patientId();
    return switch (room().consent()) {
      case Consent.Asked _ -> beforeConsent();
      case Consent.Declined _ -> beforeConsent();
      case Consent.Retracted _ -> beforeConsent();
      case Consent.Given _ -> new PersonRef(id, names.of(id));
      case Consent.Withdrawn _ -> new PersonRef(id, names.of(id));
    };
  }

  private PersonRef beforeConsent() {
    var seat = access.state().seatOf(room().patientId()).orElseThrow();
    var shown = access.isPatient() ? room().patientId() : seat.seatId();
    return new PersonRef(shown, room().patientTypedName());
  }

  private RoomSummary.ProposedBy proposedBy() {
    var proposer = room().proposedBy();
    var role = access.state().seatOf(proposer).map(seat -> names.role(seat.roleId())).orElse(null);
    return new RoomSummary.ProposedBy(
        names.of(proposer), role == null ? "" : role.organisationName());
  }

  private List<Awaited> awaiting() {
    var awaited = new ArrayList<Awaited>();
    if (access.isPatient() && room().status() == RoomStatus.PROPOSED) {
      awaited.add(Awaited.CONSENT);
    }
    if (access.isPatient() && room().status() == RoomStatus.ACTIVE && anyProposed()) {
      awaited.add(Awaited.APPROVAL);
    }
    return awaited;
  }

  private boolean anyProposed() {
    return access.state().helpers().stream().anyMatch(seat -> seat.status() == SeatStatus.PROPOSED);
  }

  private static boolean taken(Seat seat) {
    return seat.status() == SeatStatus.ACTIVE;
  }

  private SeatView seat(Seat seat, List<PeriodView> periods) {
    RoleView role = names.role(seat.roleId());
    return new SeatView(
        seat.seatId(),
        seat.part(),
        shown(seat),
        seat.part() == Part.PATIENT
            ? patient()
            : new PersonRef(seat.personId(), names.of(seat.personId())),
        role == null ? null : role.title(),
        role == null ? null : organisation(role),
        seat.invitedBy() == null ? null : names.of(seat.invitedBy()),
        seat.changedAt(),
        periods,
        access.isPatient() && access.state().blocks(seat));
  }

  /** That somebody is not asked about is for the patient alone to know (R9). */
  private SeatStatus shown(Seat seat) {
    return access.isPatient() ? seat.status() : seat.asOthersSee();
  }

  private static Me.Organisation organisation(RoleView role) {
    return new Me.Organisation(role.organisationId(), role.organisationName());
  }
}
