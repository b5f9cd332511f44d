package no.samsnakk.messaging.story;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.samsnakk.contracts.event.EventData;
import no.samsnakk.contracts.event.RoomChanged;
import no.samsnakk.contracts.event.SessionEnded;
import no.samsnakk.platform.id.Ids;

/** What happens around the conversation: in rooms, and at the gateway. */
public final class Story implements AutoCloseable {
  public final Clock clock = Clock.tickMillis(java.time.ZoneOffset.UTC);
  public final Wire wire = new Wire();
  private final List<Person> people = new ArrayList<>();

  /** Somebody who has signed in. */
  public Person person() {
    var person = new Person(Ids.next());
    Database.run(
        """
        insert into gateway.session (session_id, secret_hash, person_id, subject, tokens,
          access_expires_at, refresh_expires_at, started_at, ends_at)
        values (?, ?, ?, 'somebody', '', now(), now() + interval '30 minutes', now(),
          now() + interval '10 hours')""",
        person.sessionId(),
        person.sessionId().toString(),
        person.personId());
    people.add(person);
    return person;
  }

  /** A room that its patient has consented to, with helpers that he has approved. */
  public UUID room(Person patient, Person... helpers) {
    var roomId = Ids.next();
    Database.run("insert into rooms.room values (?, 'ACTIVE', ?, 1)", roomId, patient.personId());
    seat(roomId, patient, "PATIENT", null);
    for (Person helper : helpers) {
      seat(roomId, helper, "HELPER", Ids.next());
    }
    return roomId;
  }

  private static void seat(UUID roomId, Person person, String part, UUID organisationId) {
    seat(roomId, person, part, organisationId, "ACTIVE");
  }

  private static void seat(
      UUID roomId, Person person, String part, UUID organisationId, String status) {
    Database.run(
        "insert into rooms.seat values (?, ?, ?, ?, ?, ?)",
        roomId,
        Ids.next(),
        person.personId(),
        part,
        status,
        organisationId);
  }

  /** The patient lets one more in; told to all. */
  public void letsIn(UUID roomId, Person patient, Person helper) {
    seat(roomId, helper, "HELPER", Ids.next());
    Database.run("update rooms.room set access_epoch = access_epoch + 1 where room_id = ?", roomId);
    tellOfChange(roomId, patient);
  }

  /** The same for one who had a seat before. */
  public void letsInAgain(UUID roomId, Person patient, Person helper) {
    Database.run(
        "update rooms.seat set status = 'ACTIVE', changed_at = now(), refused_at = null"
            + " where room_id = ? and person_id = ?",
        roomId,
        helper.personId());
    Database.run("update rooms.room set access_epoch = access_epoch + 1 where room_id = ?", roomId);
    tellOfChange(roomId, patient);
  }

  /** Proposed, and not approved yet. */
  public void asksAbout(UUID roomId, Person helper) {
    seat(roomId, helper, "HELPER", Ids.next(), "PROPOSED");
  }

  /** Out of the room, answered, and told to nobody: Kafka is slow today. */
  public void isRemovedSilently(Person helper, UUID roomId) {
    empties(roomId, "", " where person_id = '" + helper.personId() + "'");
  }

  /** The same by the patient; told to all. */
  public void showsOut(Person patient, Person helper, UUID roomId) {
    empties(roomId, "", ", refused_at = now() where person_id = '" + helper.personId() + "'");
    tellOfChange(roomId, patient);
  }

  /** From the block's commit on she has no right; that it visits his rooms has not come yet. */
  public void blocksSilently(Person patient, Person helper) {
    Database.run(
        "insert into rooms.block (patient_id, person_id, blocked_at) values (?, ?, now())",
        patient.personId(),
        helper.personId());
  }

  /** As rooms does it: the room first, then the seats, in one transaction. */
  private static void empties(UUID roomId, String ofTheRoom, String seats) {
    try (var connection = Database.connect()) {
      connection.setAutoCommit(false);
      try (var room =
              Database.prepare(
                  connection,
                  "update rooms.room set access_epoch = access_epoch + 1"
                      + ofTheRoom
                      + " where room_id = ?",
                  roomId);
          var seat =
              Database.prepare(
                  connection,
                  "update rooms.seat set status = 'REMOVED', changed_at = now()"
                      + seats
                      + " and part = 'HELPER' and room_id = ?",
                  roomId)) {
        room.executeUpdate();
        seat.executeUpdate();
      }
      connection.commit();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The patient takes his consent back; told to all. */
  public void withdraws(Person patient, UUID roomId) {
    withdrawsSilently(roomId);
    tellOfChange(roomId, patient);
  }

  /** The same before the others hear of it. */
  public void withdrawsSilently(UUID roomId) {
    empties(roomId, ", status = 'WITHDRAWN'", ", closed_with_room = true where status = 'ACTIVE'");
  }

  /** Rooms tells of the room as it is now. */
  public void tellOfChange(UUID roomId, Person patient) {
    var epoch =
        Database.ask(Long.class, "select access_epoch from rooms.room where room_id = ?", roomId)
            .getFirst();
    List<RoomChanged.Seat> seats =
        Database.ask(
                UUID.class,
                "select person_id from rooms.access_v1 where room_id = ? and may_read",
                roomId)
            .stream()
            .map(
                reader ->
                    new RoomChanged.Seat(
                        Ids.next(),
                        reader,
                        null,
                        RoomChanged.Part.HELPER,
                        RoomChanged.SeatStatus.ACTIVE,
                        true,
                        true))
            .toList();
    wire.tell(
        new RoomChanged(
            roomId,
            epoch,
            RoomChanged.Change.SEAT_APPROVED,
            RoomChanged.Status.ACTIVE,
            patient.personId(),
            patient.personId(),
            patient.personId(),
            null,
            seats));
  }

  /** The person signs out, and the gateway tells of it. */
  public void signsOut(Person person) {
    signsOutSilently(person);
    wire.tell(
        new SessionEnded(person.sessionId(), person.personId(), now(), SessionEnded.Cause.LOGOUT));
  }

  /** The same while Kafka is down: nobody hears of it. */
  public void signsOutSilently(Person person) {
    Database.run("delete from gateway.session where session_id = ?", person.sessionId());
  }

  /** Nothing was done for so long that the session is over; the gateway has not cleared it yet. */
  public void idlesAway(Person person) {
    Database.run(
        "update gateway.session set refresh_expires_at = now() where session_id = ?",
        person.sessionId());
  }

  public void tell(EventData event) {
    wire.tell(event);
  }

  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    people.forEach(Person::closesAll);
    wire.close();
  }
}
