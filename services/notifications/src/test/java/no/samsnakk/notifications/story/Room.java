package no.samsnakk.notifications.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import no.samsnakk.contracts.entry.EntryClass;
import no.samsnakk.contracts.entry.Envelope;
import no.samsnakk.contracts.entry.RetractionPayload;
import no.samsnakk.contracts.event.EntryCommitted;
import no.samsnakk.contracts.event.MessagesRead;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.RoomChanged.Change;
import no.samsnakk.contracts.event.RoomChanged.Part;
import no.samsnakk.contracts.event.RoomChanged.Seat;
import no.samsnakk.contracts.event.RoomChanged.SeatStatus;
import no.samsnakk.contracts.event.RoomChanged.Status;
import no.samsnakk.platform.id.Ids;
import org.jspecify.annotations.Nullable;

/** A room and what happens in it; each happening is told. */
public final class Room {
  private final UUID roomId = Ids.next();
  private final Story story;
  private final Person patient;
  private final List<Person> helpers = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();
  private long accessEpoch;
  private long lastSeq;
  private @Nullable RoomChanged last;

  Room(Story story, Person patient) {
    this.story = story;
    this.patient = patient;
    seats.add(seat(Ids.next(), patient, Part.PATIENT, SeatStatus.ACTIVE));
  }

  public UUID roomId() {
    return roomId;
  }

  Person patient() {
    return patient;
  }

  Person helper(int index) {
    return helpers.get(index);
  }

  void seats(Person helper) {
    helpers.add(helper);
    seats.add(seat(Ids.next(), helper, Part.HELPER, SeatStatus.ACTIVE));
  }

  void proposes(Person helper) {
    helpers.add(helper);
    seats.add(seat(Ids.next(), helper, Part.HELPER, SeatStatus.PROPOSED));
  }

  /** As if they had been told of them before. */
  void forgetsApprovals() {
    for (var seat : seats) {
      Story.asSuperuser(
          """
          insert into notifications.wakeup
            (person_id, room_id, kind, subject, due_at, planned_at, told_at)
          values ('%s', '%s', 'APPROVED', '%s', now(), now(), now())"""
              .formatted(seat.personId(), roomId, seat.seatId()));
    }
  }

  void isActive() {
    change(Change.CONSENT_GIVEN, Status.ACTIVE);
  }

  void isProposed() {
    change(Change.PROPOSED, Status.PROPOSED);
  }

  /** By one whom the patient has blocked. */
  void isProposedInVainTelling(String typed, Person proposer) {
    seats.add(seat(Ids.next(), proposer, Part.HELPER, SeatStatus.DECLINED));
    isProposedTelling(typed, proposer);
  }

  void isProposedTelling(String typed) {
    isProposedTelling(typed, patient);
  }

  private void isProposedTelling(String typed, Person proposer) {
    accessEpoch++;
    last =
        new RoomChanged(
            roomId,
            accessEpoch,
            Change.PROPOSED,
            Status.PROPOSED,
            patient.personId(),
            proposer.personId(),
            proposer.personId(),
            null,
            List.copyOf(seats),
            typed);
    isToldAgain();
  }

  /** The proposal once more, as when Kafka has lost its data. */
  public void isToldAgain() {
    story.tell(Objects.requireNonNull(last));
  }

  /** Its proposer takes it back. */
  public void isTakenBack() {
    change(Change.PROPOSAL_RETRACTED, Status.RETRACTED);
  }

  /** The patient says no. */
  public void isDeclined() {
    change(Change.CONSENT_DECLINED, Status.DECLINED);
  }

  /** Waits until it is written down that she was told, which is after her letter has come. */
  public void hasTold(Person person) {
    Story.eventually(() -> Story.count(told(person)) == 1);
  }

  /** The same, and waits until what she was told of goes as far as this, as if it had at once. */
  public void hasTold(Person person, long seq) {
    Story.eventually(() -> Story.count(told(person) + " and last_seq = " + seq) == 1);
    Story.asSuperuser(
        "update %s".formatted(told(person).replace(" where", " set told_of = last_seq where")));
  }

  private String told(Person person) {
    return """
        notifications.wakeup where kind = 'MESSAGE' and told_at is not null
          and room_id = '%s' and person_id = '%s'"""
        .formatted(roomId, person.personId());
  }

  /** Somebody is invited and waits for the patient. */
  public void invites(Person helper) {
    proposes(helper);
    change(Change.SEAT_PROPOSED, Status.ACTIVE);
  }

  /** The patient approves everyone who waits. */
  public void patientApproves() {
    seats.replaceAll(seat -> with(seat, SeatStatus.PROPOSED, SeatStatus.ACTIVE));
    change(Change.SEAT_APPROVED, Status.ACTIVE);
  }

  public void removes(Person helper) {
    story.tell(removed(helper));
  }

  /** Somebody is removed; that, not told yet. */
  public RoomChanged removed(Person helper) {
    seats.replaceAll(
        seat ->
            seat.personId().equals(helper.personId())
                ? with(seat, SeatStatus.ACTIVE, SeatStatus.REMOVED)
                : seat);
    return next(Change.SEAT_REMOVED, Status.ACTIVE);
  }

  /** Something changes that changes nobody's rights; that, not told yet. */
  public RoomChanged changed() {
    return next(Change.SEAT_APPROVED, Status.ACTIVE);
  }

  /** Who has been removed is in the room again; that, not told yet. */
  public RoomChanged approvedAgain(Person helper) {
    seats.add(seat(Ids.next(), helper, Part.HELPER, SeatStatus.ACTIVE));
    return next(Change.SEAT_APPROVED, Status.ACTIVE);
  }

  /** Somebody writes; the message as it was told. */
  public EntryCommitted writes(Person sender) {
    var message = message(sender);
    story.tell(message);
    return message;
  }

  /** The next message, not told yet. */
  public EntryCommitted message(Person sender) {
    lastSeq++;
    return new EntryCommitted(
        new Envelope(
            roomId,
            lastSeq,
            Ids.next(),
            Ids.next(),
            sender.personId(),
            null,
            EntryClass.VISIBLE,
            "TEXT",
            1,
            story.clock.instant(),
            accessEpoch),
        "bm90IGZvciB1cw==");
  }

  /** The same, committed under the room's next epoch. */
  public EntryCommitted later(EntryCommitted message) {
    return with(message, message.envelope().entryClass(), message.envelope().accessEpoch() + 1);
  }

  /** The same, as something that is no row of its own. */
  public EntryCommitted as(EntryClass entryClass, EntryCommitted message) {
    return with(message, entryClass, message.envelope().accessEpoch());
  }

  /** Somebody asks these, or answers them; what is no row, as it was told. */
  public EntryCommitted asks(Person sender, Person... wakes) {
    var question = question(sender, wakes);
    story.tell(question);
    return question;
  }

  /** The same, not told yet. */
  public EntryCommitted question(Person sender, Person... wakes) {
    var it = as(EntryClass.AMENDS, message(sender));
    return new EntryCommitted(
        it.envelope(), it.ciphertext(), Stream.of(wakes).map(Person::personId).toList());
  }

  /** Whoever has written it takes it back; that, as it was told. */
  public EntryCommitted takesBack(Person sender, EntryCommitted message) {
    var retraction = retraction(sender, message);
    story.tell(retraction);
    return retraction;
  }

  /** The same, not told yet. */
  public EntryCommitted retraction(Person sender, EntryCommitted message) {
    var it = message(sender);
    return new EntryCommitted(
        with(it.envelope(), EntryClass.AMENDS, RetractionPayload.KIND, accessEpoch),
        it.ciphertext(),
        null,
        message.seq());
  }

  private static EntryCommitted with(EntryCommitted message, EntryClass entryClass, long epoch) {
    var it = message.envelope();
    return new EntryCommitted(
        with(it, entryClass, it.kind(), epoch),
        message.ciphertext(),
        message.wakes(),
        message.retracts());
  }

  private static Envelope with(Envelope it, EntryClass entryClass, String kind, long epoch) {
    return new Envelope(
        it.roomId(),
        it.seq(),
        it.entryId(),
        it.clientId(),
        it.senderId(),
        it.organisationId(),
        entryClass,
        kind,
        it.format(),
        it.sentAt(),
        epoch);
  }

  /** Somebody reads everything there is. */
  public void reads(Person reader) {
    reads(reader, lastSeq);
  }

  public void reads(Person reader, long seq) {
    reads(reader, 1, seq);
  }

  /** Somebody has these on her screen, and nothing else. */
  public void reads(Person reader, long first, long seq) {
    story.tell(new MessagesRead(roomId, reader.personId(), first, seq, story.clock.instant()));
  }

  private void change(Change change, Status status) {
    story.tell(next(change, status));
  }

  private RoomChanged next(Change change, Status status) {
    accessEpoch++;
    return state(change, status);
  }

  private RoomChanged state(Change change, Status status) {
    var id = patient.personId();
    return new RoomChanged(
        roomId, accessEpoch, change, status, id, id, id, null, List.copyOf(seats));
  }

  private static Seat with(Seat seat, SeatStatus before, SeatStatus after) {
    return seat.status() == before && seat.part() == Part.HELPER
        ? seat(seat.seatId(), seat.personId(), seat.part(), after)
        : seat;
  }

  private static Seat seat(UUID seatId, Person person, Part part, SeatStatus status) {
    return seat(seatId, person.personId(), part, status);
  }

  private static Seat seat(UUID seatId, UUID personId, Part part, SeatStatus status) {
    boolean active = status == SeatStatus.ACTIVE;
    return new Seat(seatId, personId, null, part, status, active, active);
  }
}
